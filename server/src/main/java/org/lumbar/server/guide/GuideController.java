package org.lumbar.server.guide;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lumbar.documents.Glossary;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Shortcuts;
import org.lumbar.server.patient.Clinic;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The page of help, for everybody and for the role of who asks. */
@Controller
public final class GuideController {

    private final Clinic clinic;

    GuideController(Clinic clinic) {
        this.clinic = clinic;
    }

    @GetMapping("/help")
    View show(Page page) {
        return Html.of(
                "guide",
                page,
                Map.of(
                        "steps", steps(page),
                        "glossary", Glossary.of(clinic.knowledge(), page.language())));
    }

    /** What the role of the reader does, step by step; the messages hold as many as there are. */
    private static List<String> steps(Page page) {
        String role = page.user() == null ? "visitor" : page.user().role().id();
        return IntStream.iterate(1, n -> page.messages().has("guide." + role + "." + n), n -> n + 1)
                .mapToObj(n -> page.say("guide." + role + "." + n))
                .toList();
    }

    /** Switches the keys on or off. */
    @PostMapping("/help")
    View choose(Page page, HttpServletResponse response, @RequestParam(name = "keys", defaultValue = "") String keys) {
        if (keys.equals("on") || keys.equals("off")) {
            Shortcuts.choose(keys.equals("on"), response);
        }
        return new RedirectView("/help#keys");
    }
}
