package org.lumbar.server.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Writes every use of a page to the journal before the page is shown: what cannot be written down is not shown. */
public final class Auditor implements HandlerInterceptor {

    private final Journal journal;

    public Auditor(Journal journal) {
        this.journal = journal;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (pattern != null
                && SecurityContextHolder.getContext().getAuthentication() instanceof User user
                && user.known()) {
            String kind = request.getMethod().equals(HttpMethod.GET.name()) ? "viewed" : "changed";
            journal.write(patient(request, user), user.username(), kind, pattern.toString());
        }
        return true;
    }

    private static String patient(HttpServletRequest request, User user) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Object id = variables instanceof Map<?, ?> map ? map.get("id") : null;
        return id == null ? user.account().patient() : id.toString();
    }
}
