package org.lumbar.server.page;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.firewall.RequestRejectedException;

/** What a request says besides its form: read also for the page that tells that the form was refused. */
public final class Parameters {

    /** Chooses the language of a page. */
    public static final String LANGUAGE = "lang";

    private Parameters() {}

    /** A parameter; null when there is none, when it holds what no request may hold, or when the form is too large. */
    public static @Nullable String of(HttpServletRequest request, String name) {
        try {
            return request.getParameter(name);
        } catch (RequestRejectedException | IllegalStateException refused) {
            return null;
        }
    }
}
