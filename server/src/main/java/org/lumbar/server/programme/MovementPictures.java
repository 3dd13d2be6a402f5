package org.lumbar.server.programme;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lumbar.figures.Clip;
import org.lumbar.figures.Drawing;
import org.lumbar.figures.Look;
import org.lumbar.figures.Palette;
import org.lumbar.figures.Words;
import org.lumbar.knowledge.Figures;
import org.lumbar.knowledge.Knowledge;
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
    /** The words stand beside a picture, in the language of the page. */
    private static final Words WORDLESS = new Words("", "");

    private final Figures figures = Knowledge.figures();
    private final Map<String, byte[]> drawn = new ConcurrentHashMap<>();

    boolean has(String movement) {
        return figures.clips().containsKey(movement);
    }

    @GetMapping("/figures/{movement}/poses.svg")
    ResponseEntity<byte[]> poses(@PathVariable String movement) {
        return svg(movement, "poses");
    }

    @GetMapping("/figures/{movement}/moving.svg")
    ResponseEntity<byte[]> moving(@PathVariable String movement) {
        return svg(movement, "moving");
    }

    private ResponseEntity<byte[]> svg(String movement, String kind) {
        Clip clip = figures.clip(movement).orElseThrow(Missing::new);
        byte[] picture = drawn.computeIfAbsent(kind + "/" + movement, key -> {
            Drawing drawing = new Drawing(figures.body(), clip);
            Look look = new Look(Palette.NORMAL, Look.Play.AUTO, "f");
            String svg = kind.equals("poses") ? drawing.strip(look, WORDLESS) : drawing.animated(look, WORDLESS);
            return svg.getBytes(StandardCharsets.UTF_8);
        });
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(picture);
    }
}
