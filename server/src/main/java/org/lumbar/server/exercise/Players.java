package org.lumbar.server.exercise;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.exercise.ProgrammeSession;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.documents.Gallery;
import org.lumbar.documents.PlayerAssets;
import org.lumbar.documents.PlayerPage;
import org.lumbar.documents.PlayerPage.Appearance;
import org.lumbar.documents.PlayerPage.Link;
import org.lumbar.documents.PlayerPage.Member;
import org.lumbar.documents.PlayerPage.Options;
import org.lumbar.documents.PlayerPage.Post;
import org.lumbar.documents.SessionOutline;
import org.lumbar.knowledge.Figures;
import org.lumbar.server.governance.FiguresInForce;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.patient.Clinic;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Sessions and lessons as pages of the server. They keep to its policy: style and scripts are files, what the script has to know
 * is data inside the page, pictures are drawings inside it.
 */
@Controller
public final class Players {

    /** Where the files of the player are. */
    private static final String FILES = "/player";

    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
    private static final MediaType STYLE = MediaType.parseMediaType("text/css;charset=UTF-8");

    private final Clinic clinic;
    private final FiguresInForce figures;

    Players(Clinic clinic, FiguresInForce figures) {
        this.clinic = clinic;
        this.figures = figures;
    }

    public Gallery gallery() {
        Figures now = figures.figures();
        return new Gallery(now.body(), now.clips());
    }

    /**
     * The page of a session, for the person who does it. Results go to {@code address}, as a FHIR bundle with a header
     * {@code Idempotency-Key}, or as the fields of a form with the field {@code request}.
     *
     * @param plan that the session was made from; its language is that of the page
     * @param back where the page leads afterwards
     * @param earlier the day of the last session before, whose next morning is asked about; null when there was none
     */
    public ResponseEntity<String> session(
            Page page,
            ProgrammeSession session,
            TreatmentPlan plan,
            String request,
            String address,
            String back,
            @Nullable LocalDate earlier) {
        Post post = new Post(
                address,
                Map.of("X-CSRF-TOKEN", page.csrf()),
                Map.of(page.csrfName(), page.csrf(), "request", request),
                back);
        return html(PlayerPage.of(
                SessionOutline.of(session),
                plan,
                clinic.knowledge(),
                gallery(),
                new Options(false, FILES, post, List.of())
                        .after(earlier)
                        .looking(appearance(page))
                        .helping(new Link("/my/worse", page.say("nav.my-worse")))));
    }

    /** The page of a lesson, for an instructor with one person or a group. */
    public ResponseEntity<String> lesson(Page page, SessionOutline outline, List<Member> group) {
        return html(PlayerPage.of(
                outline,
                group.getFirst().plan(),
                clinic.knowledge(),
                gallery(),
                new Options(true, FILES, null, group.size() > 1 ? group : List.of()).looking(appearance(page))));
    }

    private static Appearance appearance(Page page) {
        return new Appearance(
                page.look().attribute(),
                "/assets/appearance.css",
                "/appearance?back=" + URLEncoder.encode(page.address(), StandardCharsets.UTF_8),
                page.say("look.title"));
    }

    private static ResponseEntity<String> html(String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .body(text);
    }

    @GetMapping("/player/{file}")
    ResponseEntity<String> file(@PathVariable String file) {
        if (!PlayerAssets.names().contains(file)) {
            throw new Missing();
        }
        return ResponseEntity.ok()
                .contentType(file.endsWith(".css") ? STYLE : SCRIPT)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(PlayerAssets.read(file));
    }
}
