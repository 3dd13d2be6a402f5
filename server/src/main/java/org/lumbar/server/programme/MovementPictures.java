package org.lumbar.server.programme;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.lumbar.figures.Drawing;
import org.lumbar.figures.Look;
import org.lumbar.figures.Palette;
import org.lumbar.figures.Words;
import org.lumbar.server.governance.FiguresInForce;
import org.lumbar.server.page.Missing;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pictures of movements as files: the key poses side by side, and moving. Each is drawn once. */
@Controller
public final class MovementPictures {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
    private static final Look LOOK = new Look(Palette.NORMAL, Look.Play.AUTO, "f");
    /** The words stand beside a picture, in the language of the page. */
    private static final Words WORDLESS = new Words("", "");

    private final FiguresInForce figures;

    MovementPictures(FiguresInForce figures) {
        this.figures = figures;
    }

    boolean has(String movement) {
        return figures.figures().clips().containsKey(movement);
    }

    @GetMapping("/figures/{movement}/poses.svg")
    ResponseEntity<byte[]> poses(@PathVariable String movement) {
        return svg(movement + "/poses", movement, drawing -> drawing.strip(LOOK, WORDLESS));
    }

    @GetMapping("/figures/{movement}/moving.svg")
    ResponseEntity<byte[]> moving(@PathVariable String movement) {
        return svg(movement + "/moving", movement, drawing -> drawing.animated(LOOK, WORDLESS));
    }

    private ResponseEntity<byte[]> svg(String name, String movement, Function<Drawing, String> draw) {
        if (!has(movement)) {
            throw new Missing();
        }
        String picture = figures.picture(
                name,
                all -> draw.apply(new Drawing(all.body(), all.clip(movement).orElseThrow(Missing::new))));
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(picture.getBytes(StandardCharsets.UTF_8));
    }
}
