package org.lumbar.server.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;

/** Keys that lead somewhere. Who does not want single keys to do anything switches them off, and this browser remembers it. */
public final class Shortcuts {

    private static final String COOKIE = "keys";
    private static final String OFF = "off";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private Shortcuts() {}

    static boolean on(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                || Arrays.stream(cookies)
                        .noneMatch(cookie -> cookie.getName().equals(COOKIE)
                                && cookie.getValue().equals(OFF));
    }

    /** Remembers the choice in the reader's browser. */
    public static void choose(boolean on, HttpServletResponse response) {
        Cookie cookie = new Cookie(COOKIE, on ? "" : OFF);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge(on ? 0 : (int) REMEMBERED.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
