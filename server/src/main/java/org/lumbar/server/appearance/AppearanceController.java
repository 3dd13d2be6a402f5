package org.lumbar.server.appearance;

import java.util.Map;
import java.util.regex.Pattern;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The panel of the version for the visually impaired: on every page, and here for pages that have no head. */
@Controller
public final class AppearanceController {

    /** Addresses of this server: a second slash or a backslash would lead elsewhere. */
    private static final Pattern HERE = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");

    @GetMapping("/appearance")
    View show(Page page, @RequestParam(name = "back", defaultValue = "/") String back) {
        return Html.of("appearance", page, Map.of("back", here(back)));
    }

    /** Leads back, or tells a script that it is done; {@link Appearances} kept what was chosen, as with every form that carries it. */
    @PostMapping("/appearance")
    Object choose(Page page, @RequestParam(name = "back", defaultValue = "/") String back) {
        if (page.fragment()) {
            return ResponseEntity.noContent().build();
        }
        RedirectView view = new RedirectView(here(back));
        view.setExpandUriTemplateVariables(false);
        return view;
    }

    /** The address when it is one of this server and can be shown again, else the start. */
    static String here(String back) {
        return HERE.matcher(back).matches() && !back.startsWith("/error") ? back : "/";
    }
}
