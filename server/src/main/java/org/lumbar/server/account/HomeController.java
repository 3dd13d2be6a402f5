package org.lumbar.server.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The door: signing in, where to begin, and changing one's password. */
@Controller
public final class HomeController {

    private static final Set<String> PROBLEMS =
            Set.of("wrong", "locked", "address", "expired", "kept", "provider", "unknown");

    private final Accounts accounts;
    private final DemoSignIns demo;
    private final OidcSignIn oidc;
    private final KeptForms forms;

    HomeController(Accounts accounts, DemoSignIns demo, OidcSignIn oidc, KeptForms forms) {
        this.accounts = accounts;
        this.demo = demo;
        this.oidc = oidc;
        this.forms = forms;
    }

    /** Leads everybody to where they begin; the page is made so that a language in the address is remembered. */
    @GetMapping("/")
    View home(Page page) {
        return new RedirectView(User.current().map(this::first).orElse("/sign-in"));
    }

    private String first(User user) {
        if (!user.inside()) {
            return user.stage().page();
        }
        return forms.offer(user) ? "/kept-form" : Access.start(user.role());
    }

    @GetMapping("/sign-in")
    View signIn(
            Page page,
            @RequestParam(name = "problem", required = false) @Nullable String problem,
            @RequestParam(name = "out", required = false) @Nullable String out) {
        if (page.user() != null) {
            return new RedirectView("/");
        }
        String told = problem != null && PROBLEMS.contains(problem) ? page.say("sign-in." + problem) : "";
        return Html.of(
                "sign-in", page, Map.of("problem", told, "out", out != null, "demo", demo, "provider", oidc.name()));
    }

    @GetMapping("/password")
    View password(Page page) {
        return password(HttpStatus.OK, page, new Problem("", ""), false);
    }

    private static View password(HttpStatus status, Page page, Problem problem, boolean changed) {
        return Html.of(
                status,
                "password",
                page,
                Map.of("problem", problem, "changed", changed, "least", Accounts.SHORTEST_PASSWORD));
    }

    @PostMapping("/password")
    View change(
            Page page,
            HttpServletRequest request,
            @RequestParam(name = "old", defaultValue = "") String old,
            @RequestParam(name = "new", defaultValue = "") String fresh,
            @RequestParam(name = "repeat", defaultValue = "") String repeat) {
        User user = User.current().orElseThrow(Missing::new);
        Account account = user.account();
        Problem problem = new Problem("", "");
        if (!accounts.matches(account, old)) {
            accounts.failed(account.username());
            problem = new Problem("old", page.say("password.old.wrong"));
        } else if (fresh.length() < Accounts.SHORTEST_PASSWORD) {
            problem = new Problem("new", page.say("password.new.short", "n", Accounts.SHORTEST_PASSWORD));
        } else if (!fresh.equals(repeat)) {
            problem = new Problem("repeat", page.say("password.repeat.wrong"));
        }
        if (!problem.text().isEmpty()) {
            return password(HttpStatus.UNPROCESSABLE_CONTENT, page, problem, false);
        }
        accounts.changePassword(account.username(), fresh);
        // This session goes on; all others of the account are over.
        Remembered.remember(
                request.getSession(), accounts.find(account.username()).orElseThrow(Missing::new), user.proved());
        return password(HttpStatus.OK, page, problem, true);
    }

    /** Keeps a session open whose page has been still for long. */
    @GetMapping("/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stay() {}

    /** Says that the server answers; for balancers and probes. */
    @GetMapping(path = "/health", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String health() {
        accounts.find(Accounts.PROGRAM);
        return "up";
    }
}
