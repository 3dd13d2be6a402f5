package org.lumbar.server.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.text.Language;
import org.lumbar.server.account.Access;
import org.lumbar.server.account.Role;
import org.lumbar.server.account.User;
import org.lumbar.server.appearance.Appearance;
import org.lumbar.server.appearance.Appearances;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every page knows of its request: who asks, in which language, and for what.
 *
 * @param look how its reader wants pages to look
 * @param path the address without its query
 * @param query the query without the choice of a language; empty when there is none
 * @param fragment only a part of the page is wanted
 * @param switching a form was sent to show it in another language or with another look: nothing is to be saved
 * @param keys single keys lead somewhere
 * @param mark what a form says of whom it was shown to; empty when that is nobody
 * @param idle seconds without a request after which the session ends; 0 without a session
 */
public record Page(
        Messages messages,
        @Nullable User user,
        Appearance look,
        String csrfName,
        String csrf,
        String path,
        String query,
        boolean fragment,
        boolean switching,
        boolean keys,
        String mark,
        int idle) {

    /**
     * A link of the head.
     *
     * @param letter that leads there after a {@code g}
     */
    public record Link(String href, String key, String letter) {
        /** The place of the letter on the keyboard, as browsers name it. */
        public String code() {
            return "Key" + letter.toUpperCase(Locale.ROOT);
        }
    }

    static Page of(HttpServletRequest request, Messages messages, @Nullable User user, Appearance look, String mark) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        HttpSession session = request.getSession(false);
        boolean post = request.getMethod().equals(HttpMethod.POST.name());
        return new Page(
                messages,
                user,
                look,
                token == null ? "" : token.getParameterName(),
                token == null ? "" : token.getToken(),
                asked(request),
                withoutLanguage(request.getQueryString()),
                request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null,
                post
                        && (Parameters.of(request, Languages.PARAMETER) != null
                                || Parameters.of(request, Appearances.PARAMETER) != null),
                Shortcuts.on(request),
                mark,
                session == null ? 0 : session.getMaxInactiveInterval());
    }

    /** What was asked for, on an error page too; the first page when that was the sending of a form. */
    private static String asked(HttpServletRequest request) {
        if (!(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed)) {
            return request.getRequestURI();
        }
        Object method = request.getAttribute(RequestDispatcher.ERROR_METHOD);
        return HttpMethod.GET.name().equals(method) ? failed : "/";
    }

    private static String withoutLanguage(@Nullable String query) {
        if (query == null) {
            return "";
        }
        return String.join(
                "&",
                List.of(query.split("&", -1)).stream()
                        .filter(part -> !part.startsWith(Languages.PARAMETER + "="))
                        .toList());
    }

    public String say(String key) {
        return messages.say(key);
    }

    public String say(String key, String place, Object value) {
        return messages.say(key, place, value);
    }

    public String say(String key, Map<String, Object> values) {
        return messages.say(key, values);
    }

    public Language language() {
        return messages.language();
    }

    /** Code of the language, for the page and for speech. */
    public String lang() {
        return messages.language().code();
    }

    /** This page, to come back to. */
    public String address() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** This page in another language. */
    public String in(Language other) {
        return path + "?" + (query.isEmpty() ? "" : query + "&") + Languages.PARAMETER + "=" + other.code();
    }

    /** The other languages. */
    public List<Language> others() {
        return List.of(Language.values()).stream()
                .filter(language -> language != messages.language())
                .toList();
    }

    /** User name of who is signed in. */
    public String username() {
        return user == null ? "" : user.username();
    }

    public boolean is(Role role) {
        return user != null && user.role() == role;
    }

    /** True when whoever asks may open an address of this pattern. */
    public boolean may(String pattern) {
        User signedIn = user;
        return Access.routes().stream()
                .filter(route -> route.pattern().equals(pattern))
                .anyMatch(route -> route.roles().isEmpty()
                        || (signedIn != null && route.roles().contains(signedIn.role())));
    }

    /** The links of the head that this person may follow. */
    public List<Link> links() {
        return List.of(
                        new Link("/day", "nav.day", "d"),
                        new Link("/patients", "nav.patients", "p"),
                        new Link("/my/today", "nav.my-today", "t"),
                        new Link("/my/diary", "nav.my-diary", "d"),
                        new Link("/my/plans", "nav.my-plans", "p"),
                        new Link("/my/calendar", "nav.my-calendar", "c"),
                        new Link("/my/worse", "nav.my-worse", "w"),
                        new Link("/knowledge", "nav.knowledge", "k"),
                        new Link("/accounts", "nav.accounts", "a"),
                        new Link("/journal", "nav.journal", "j"),
                        new Link("/letters", "nav.letters", "l"))
                .stream()
                .filter(link -> may(link.href()))
                .toList();
    }

    /** True when the link leads to this page or to a part of the room that it is in. */
    public boolean within(String href) {
        return path.equals(href) || path.startsWith(href + "/");
    }
}
