package org.lumbar.server.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Gives back what was typed before a session ended. */
@Controller
public final class KeptFormController {

    private final KeptForms forms;

    KeptFormController(KeptForms forms) {
        this.forms = forms;
    }

    @GetMapping("/kept-form")
    View show(Page page) {
        Optional<KeptForms.Kept> kept = forms.of(User.current().orElseThrow(Missing::new));
        return kept.isEmpty()
                ? new RedirectView("/")
                : Html.of(
                        "kept-form",
                        page,
                        Map.of(
                                "kept",
                                kept.get(),
                                "until",
                                page.messages().moment(kept.get().until())));
    }

    /** A page that is left because its time is over sends its form here; whoever needs it no more throws it away. */
    @PostMapping("/kept-form")
    View keep(HttpServletRequest request) {
        if (request.getParameter(KeptForms.MEANT_FOR) != null) {
            forms.keep(request);
            return new RedirectView("/kept-form");
        }
        forms.forget(User.current().orElseThrow(Missing::new));
        return new RedirectView("/");
    }
}
