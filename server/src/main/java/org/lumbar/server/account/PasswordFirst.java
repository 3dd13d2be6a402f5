package org.lumbar.server.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/** Whoever signed in with a password that somebody else gave sets an own one before anything is shown. */
public final class PasswordFirst implements HandlerInterceptor {

    private final Accounts accounts;

    public PasswordFirst(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        boolean given = SecurityContextHolder.getContext().getAuthentication() instanceof User user
                && accounts.find(user.username()).map(Account::mustChange).orElse(false);
        if (given) {
            response.sendRedirect("/password");
        }
        return !given;
    }
}
