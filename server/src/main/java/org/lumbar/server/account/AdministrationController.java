package org.lumbar.server.account;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Opened;
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

/** Accounts and the journal, for administrators, who see no patient's chart. */
@Controller
public final class AdministrationController {

    private static final int LINES = 200;

    private final Accounts accounts;
    private final Journal journal;
    private final Clock clock;

    AdministrationController(Accounts accounts, Journal journal, Clock clock) {
        this.accounts = accounts;
        this.journal = journal;
        this.clock = clock;
    }

    /** An account in the list. */
    public record Line(Account account, boolean locked) {}

    /** What the administrator typed, what is wrong with it, and the password that was made; each may be empty. */
    public record NewAccount(String username, String name, String role, Problem problem, String password) {}

    private static final NewAccount NONE = new NewAccount("", "", "", new Problem("", ""), "");

    @GetMapping("/accounts")
    View accounts(Page page) {
        return accounts(HttpStatus.OK, page, NONE);
    }

    private View accounts(HttpStatus status, Page page, NewAccount typed) {
        List<Line> lines = accounts.all().stream()
                .map(account -> new Line(account, account.locked(clock.instant())))
                .toList();
        return Html.of(status, "accounts", page, Map.of("lines", lines, "typed", typed, "roles", staff()));
    }

    /** Roles that an administrator gives; patients get their accounts with their charts. */
    private static List<Role> staff() {
        return List.of(Role.PHYSICIAN, Role.THERAPIST, Role.SCHEDULER, Role.EDITOR, Role.ADMINISTRATOR);
    }

    @PostMapping("/accounts")
    View create(
            Page page,
            @RequestParam(name = "username", defaultValue = "") String username,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "role", defaultValue = "") String role) {
        String user = username.strip().toLowerCase(Locale.ROOT);
        Problem problem = new Problem("", "");
        if (!user.matches("[a-z][a-z0-9._-]{1,39}")) {
            problem = new Problem("username", page.say("accounts.username.wrong"));
        } else if (name.isBlank() || name.length() > 100) {
            problem = new Problem("name", page.say("accounts.name.missing"));
        } else if (staff().stream().noneMatch(one -> one.id().equals(role))) {
            problem = new Problem("role", page.say("accounts.role.missing"));
        }
        NewAccount typed = new NewAccount(username, name, role, problem, "");
        if (!problem.text().isEmpty()) {
            return accounts(HttpStatus.UNPROCESSABLE_CONTENT, page, typed);
        }
        String password = accounts.generatedPassword();
        Role given = Role.valueOf(role.toUpperCase(Locale.ROOT));
        if (!accounts.create(user, name.strip(), given, "", password, true, page.username())) {
            Problem taken = new Problem("username", page.say("accounts.username.taken"));
            return accounts(HttpStatus.CONFLICT, page, new NewAccount(username, name, role, taken, ""));
        }
        return accounts(HttpStatus.OK, page, new NewAccount(user, "", "", new Problem("", ""), password));
    }

    @PostMapping("/accounts/{username}/unlock")
    View unlock(Page page, @PathVariable String username) {
        Account account = accounts.find(username).orElseThrow(Missing::new);
        accounts.unlock(account.username(), page.username());
        return new RedirectView("/accounts");
    }

    /** A line of the journal. */
    public record Used(String at, String author, String kind, String what) {}

    @GetMapping("/journal")
    View journal(Page page) {
        return Html.of(
                "journal",
                page,
                Map.of(
                        "used",
                        journal.common(LINES).stream()
                                .map(entry -> used(entry, page))
                                .toList()));
    }

    private static Used used(Entry entry, Page page) {
        return new Used(
                page.messages().moment(entry.at()),
                page.messages().who(entry.author()),
                page.say("entry." + entry.kind()),
                Opened.inWords(Json.text(entry.content(), "what"), page.messages()));
    }
}
