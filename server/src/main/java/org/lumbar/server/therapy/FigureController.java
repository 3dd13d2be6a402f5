package org.lumbar.server.therapy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.lumbar.documents.Gallery;
import org.lumbar.documents.Pictures;
import org.lumbar.server.governance.FiguresInForce;
import org.lumbar.server.page.Missing;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Pictures of movements and of the zones of a massage: still, or moving when asked. They say nothing of any patient. */
@Controller
public final class FigureController {

    private static final Duration KEPT = Duration.ofDays(1);

    private final FiguresInForce figures;

    FigureController(FiguresInForce figures) {
        this.figures = figures;
    }

    @GetMapping("/figures/{figure}")
    ResponseEntity<byte[]> figure(
            @PathVariable String figure, @RequestParam(name = "moving", defaultValue = "false") boolean moving) {
        if (!figure.matches("[a-z0-9-]{1,60}")) {
            throw new Missing();
        }
        String svg = figures.picture(figure + (moving ? "/playing" : "/still"), all -> {
            Pictures pictures = new Pictures(new Gallery(all.body(), all.clips()));
            return (moving ? pictures.moving(figure) : pictures.still(figure)).orElseThrow(Missing::new);
        });
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
                .body(svg.getBytes(StandardCharsets.UTF_8));
    }
}
