package org.lumbar.server.account;

import java.time.Clock;
import java.util.Map;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** One account, for administrators: a new password, the loss of a second factor, closing and opening, another way to sign in. */
@Controller
public final class AccountController {

    private static final int LONGEST_IDENTITY = 200;

    private final Accounts accounts;
    private final OidcSignIn oidc;
    private final Clock clock;

    AccountController(Accounts accounts, OidcSignIn oidc, Clock clock) {
        this.accounts = accounts;
        this.oidc = oidc;
        this.clock = clock;
    }

    /**
     * An account as its page shows it.
     *
     * @param own of whoever looks at it
     * @param factor it has a second factor
     * @param provider there is another way to sign in
     * @param password that was just made; empty when none was
     */
    public record Shown(
            Account account,
            boolean locked,
            boolean own,
            boolean factor,
            boolean provider,
            String identity,
            Problem problem,
            String password) {}

    @GetMapping("/accounts/{username}")
    View show(Page page, @PathVariable("username") String username) {
        Account account = find(username);
        return show(HttpStatus.OK, page, account, account.identity(), new Problem("", ""), "");
    }

    private Account find(String username) {
        return accounts.find(username).orElseThrow(Missing::new);
    }

    private View show(
            HttpStatus status, Page page, Account account, String identity, Problem problem, String password) {
        Shown shown = new Shown(
                account,
                account.locked(clock.instant()),
                account.username().equals(page.username()),
                account.factor() != null,
                oidc.offered(),
                identity,
                problem,
                password);
        return Html.of(status, "account", page, Map.of("shown", shown));
    }

    @PostMapping("/accounts/{username}")
    View change(
            Page page,
            @PathVariable("username") String username,
            @RequestParam(name = "do", defaultValue = "") String what,
            @RequestParam(name = "identity", defaultValue = "") String identity) {
        Account account = find(username);
        boolean own = account.username().equals(page.username());
        if (page.switching()) {
            return show(HttpStatus.OK, page, account, identity, new Problem("", ""), "");
        }
        switch (what) {
            case "password" -> {
                String password = accounts.generatedPassword();
                accounts.givePassword(account.username(), password, page.username());
                return show(HttpStatus.OK, page, find(username), account.identity(), new Problem("", ""), password);
            }
            case "factor" -> accounts.removeFactor(account.username(), page.username());
            case "close" -> {
                if (own) {
                    return refused(page, account, identity, new Problem("", page.say("account.close.own")));
                }
                accounts.close(account.username(), page.username());
            }
            case "reopen" -> accounts.reopen(account.username(), page.username());
            case "identity" -> {
                String name = identity.strip();
                if (name.length() > LONGEST_IDENTITY) {
                    return refused(page, account, identity, new Problem("identity", page.say("account.identity.long")));
                }
                boolean taken = accounts.all().stream()
                        .anyMatch(other -> !name.isEmpty()
                                && other.identity().equals(name)
                                && !other.username().equals(account.username()));
                if (taken) {
                    return refused(
                            page, account, identity, new Problem("identity", page.say("account.identity.taken")));
                }
                accounts.setIdentity(account.username(), name, page.username());
            }
            default -> {
                return refused(page, account, identity, new Problem("", page.say("account.nothing")));
            }
        }
        return new RedirectView("/accounts/" + account.username());
    }

    private View refused(Page page, Account account, String identity, Problem problem) {
        return show(HttpStatus.UNPROCESSABLE_CONTENT, page, account, identity, problem, "");
    }
}
