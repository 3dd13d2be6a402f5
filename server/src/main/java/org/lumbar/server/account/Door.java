package org.lumbar.server.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.lumbar.core.text.Language;
import org.lumbar.server.page.Parameters;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Leads whoever has to sign in to the page where one does, in the language that was asked for. */
final class Door extends LoginUrlAuthenticationEntryPoint {

    private static final String PAGE = "/sign-in";

    Door() {
        super(PAGE);
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException problem) {
        return address(request, "");
    }

    /** Where to sign in; the problem that the page tells of may be empty. */
    static String address(HttpServletRequest request, String problem) {
        String told = problem.isEmpty() ? "" : "problem=" + problem;
        String language = Language.of(String.valueOf(Parameters.of(request, Parameters.LANGUAGE)))
                .map(chosen -> Parameters.LANGUAGE + "=" + chosen.code())
                .orElse("");
        String query = told + (told.isEmpty() || language.isEmpty() ? "" : "&") + language;
        return query.isEmpty() ? PAGE : PAGE + "?" + query;
    }
}
