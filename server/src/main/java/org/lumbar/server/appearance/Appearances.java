package org.lumbar.server.appearance;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Json;
import org.lumbar.server.account.User;
import org.lumbar.server.page.Parameters;
import org.springframework.http.HttpMethod;

/**
 * Keeps what readers chose: a cookie for a year, and for who is signed in the account. What was chosen at the door goes in with
 * whoever signs in next; what belongs to an account stays with it, so that on a shared computer nobody inherits the choice of
 * somebody else.
 */
public final class Appearances {

    /** Button of a form that carries the settings: {@code apply} or {@code reset}. */
    public static final String PARAMETER = "look";

    private static final String COOKIE = "look";
    /** Marks a cookie that repeats the choice of an account. */
    private static final String OWNED = "owned.";

    private static final String SESSION = "org.lumbar.look";
    private static final String CHOSEN = "appearance-chosen";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final ChartStore store;

    public Appearances(ChartStore store) {
        this.store = store;
    }

    /** How this request is to be answered, after keeping what it chooses. */
    public Appearance of(HttpServletRequest request, HttpServletResponse response, @Nullable User user) {
        Optional<Appearance> chosen = chosen(request);
        if (chosen.isPresent()) {
            keep(chosen.get(), request, response, user);
            return chosen.get();
        }
        String cookie = cookie(request);
        Appearance remembered = Appearance.read(cookie);
        if (user == null) {
            return remembered;
        }
        if (request.getSession().getAttribute(SESSION) instanceof String code) {
            return Appearance.read(code);
        }
        if (remembered.special() && !cookie.startsWith(OWNED)) {
            keep(remembered, request, response, user);
            return remembered;
        }
        Appearance own = ofAccount(user);
        repeat(own, request.getSession(), response);
        return own;
    }

    private static Optional<Appearance> chosen(HttpServletRequest request) {
        String button = Parameters.of(request, PARAMETER);
        if (button == null || !request.getMethod().equals(HttpMethod.POST.name())) {
            return Optional.empty();
        }
        if (button.equals("reset")) {
            return Optional.of(Appearance.ORDINARY);
        }
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            values.put(setting, String.valueOf(Parameters.of(request, PARAMETER + "-" + setting.id())));
        }
        return Optional.of(Appearance.of(values));
    }

    private void keep(
            Appearance chosen, HttpServletRequest request, HttpServletResponse response, @Nullable User user) {
        if (user == null) {
            remember(chosen.code(), response);
        } else {
            store.append(
                    stream(user),
                    ChartStore.ANY,
                    null,
                    user.username(),
                    List.of(Entry.Draft.of(CHOSEN, Map.of("look", chosen.code()))));
            repeat(chosen, request.getSession(), response);
        }
    }

    private Appearance ofAccount(User user) {
        return store.newest(stream(user), 1).stream()
                .map(entry -> Appearance.read(Json.text(entry.content(), "look")))
                .findFirst()
                .orElse(Appearance.ORDINARY);
    }

    private static String stream(User user) {
        return "appearance/" + user.username();
    }

    private static void repeat(Appearance own, HttpSession session, HttpServletResponse response) {
        session.setAttribute(SESSION, own.code());
        remember(own.special() ? OWNED + own.code() : "", response);
    }

    private static String cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static void remember(String value, HttpServletResponse response) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge(value.isEmpty() ? 0 : (int) REMEMBERED.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
