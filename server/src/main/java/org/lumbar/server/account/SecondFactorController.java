package org.lumbar.server.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The second step of signing in, and setting one's second factor up. */
@Controller
final class SecondFactorController {

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Clock clock;

    SecondFactorController(Accounts accounts, SecondFactors factors, Clock clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.clock = clock;
    }

    @GetMapping("/sign-in/code")
    View ask(Page page) {
        return waiting().isEmpty() ? new RedirectView("/sign-in") : code(HttpStatus.OK, page, "");
    }

    @PostMapping("/sign-in/code")
    View check(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "code", defaultValue = "") String code) {
        Optional<Account> who = waiting();
        if (who.isEmpty()) {
            return new RedirectView("/sign-in?problem=expired");
        }
        if (page.switching()) {
            return code(HttpStatus.OK, page, "");
        }
        Account account = who.get();
        if (account.locked(clock.instant())) {
            return locked(request);
        }
        if (!factors.accepts(account, code)) {
            accounts.failed(account.username());
            boolean locked = accounts.find(account.username())
                    .filter(now -> now.locked(clock.instant()))
                    .isPresent();
            return locked
                    ? locked(request)
                    : code(HttpStatus.UNPROCESSABLE_CONTENT, page, page.say("factor.code.wrong"));
        }
        accounts.succeeded(account.username());
        request.changeSessionId();
        Remembered.remember(request.getSession(), account, true);
        SavedRequest wanted = new HttpSessionRequestCache().getRequest(request, response);
        return new RedirectView(wanted == null ? "/" : wanted.getRedirectUrl());
    }

    private static View locked(HttpServletRequest request) {
        request.getSession().invalidate();
        return new RedirectView("/sign-in?problem=locked");
    }

    private static View code(HttpStatus status, Page page, String problem) {
        return Html.of(status, "sign-in-code", page, Map.of("problem", problem));
    }

    /** Whose password was right in this session, and whose code is still to come. */
    private Optional<Account> waiting() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof User user && user.stage() == Stage.CODE
                ? Optional.of(user.account())
                : Optional.empty();
    }

    /** What is typed on the page of the second factor, and what is wrong with it. */
    public record Typed(String secret, String problem, String field) {}

    @GetMapping("/second-factor")
    View show(Page page) {
        return show(HttpStatus.OK, page, account(), new Typed("", "", ""), List.of());
    }

    private Account account() {
        return User.current().flatMap(user -> accounts.find(user.username())).orElseThrow(Missing::new);
    }

    private View show(HttpStatus status, Page page, Account account, Typed typed, List<String> recovery) {
        Map<String, Object> values = new HashMap<>();
        SecondFactor factor = account.factor();
        values.put("problem", typed.problem());
        values.put("field", typed.field());
        values.put("recovery", recovery);
        values.put("required", factors.requiredOf(account));
        values.put("left", factor == null ? -1 : factor.recoveryHashes().size());
        values.put("since", factor == null ? "" : page.messages().moment(factor.since()));
        if (factor == null) {
            String sealed = typed.secret().isEmpty() ? factors.newSecret(account) : typed.secret();
            byte[] secret = factors.secret(account, sealed).orElse(new byte[0]);
            String text = Totp.base32(secret);
            values.put("secret", sealed);
            values.put("text", text.replaceAll("(.{4})(?=.)", "$1 "));
            values.put(
                    "qr",
                    new QrCode("otpauth://totp/Lumbar:" + account.username() + "?secret=" + text + "&issuer=Lumbar"));
        }
        return Html.of(status, "second-factor", page, values);
    }

    @PostMapping("/second-factor")
    View change(
            Page page,
            HttpServletRequest request,
            @RequestParam(name = "do", defaultValue = "") String what,
            @RequestParam(name = "secret", defaultValue = "") String secret,
            @RequestParam(name = "code", defaultValue = "") String code,
            @RequestParam(name = "password", defaultValue = "") String password) {
        Account account = account();
        SecondFactor factor = account.factor();
        Typed typed = new Typed(factors.secret(account, secret).isEmpty() ? "" : secret, "", "");
        if (page.switching()) {
            return show(HttpStatus.OK, page, account, typed, List.of());
        }
        if (factor == null) {
            List<String> recovery = factors.setUp(account, secret, code);
            return recovery.isEmpty()
                    ? wrong(page, account, new Typed(typed.secret(), page.say("factor.first.wrong"), "code"))
                    : kept(page, request, recovery);
        }
        if (!accounts.matches(account, password)) {
            accounts.failed(account.username());
            return wrong(page, account, new Typed("", page.say("sign.password.wrong"), "password"));
        }
        if (what.equals("off") && !factors.requiredOf(account)) {
            accounts.removeFactor(account.username(), account.username());
            return kept(page, request, List.of());
        }
        return kept(page, request, factors.newRecoveryCodes(account, factor));
    }

    private View wrong(Page page, Account account, Typed typed) {
        return show(HttpStatus.UNPROCESSABLE_CONTENT, page, account, typed, List.of());
    }

    /** Goes on in this session; all others of the account are over. */
    private View kept(Page page, HttpServletRequest request, List<String> recovery) {
        Account account = account();
        Remembered.remember(request.getSession(), account, true);
        return show(HttpStatus.OK, page, account, new Typed("", "", ""), recovery);
    }
}
