package org.lumbar.server.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Remembers in the session who signed in, by name only. The account itself is read anew for every request, so that a closed
 * account, another role or a changed password counts at once and everywhere.
 */
final class Remembered implements SecurityContextRepository {

    private static final String USERNAME = "lumbar.username";
    private static final String CREDENTIALS = "lumbar.credentials";
    private static final String PROVED = "lumbar.proved";
    private static final String ASKING = "lumbar.asking";

    private final Accounts accounts;
    private final SecondFactors factors;

    Remembered(Accounts accounts, SecondFactors factors) {
        this.accounts = accounts;
        this.factors = factors;
    }

    /** Writes into the session that somebody has come so far. */
    static void remember(HttpSession session, Account account, boolean proved) {
        session.setAttribute(USERNAME, account.username());
        session.setAttribute(CREDENTIALS, account.credentials());
        session.setAttribute(PROVED, proved);
    }

    /** Error pages are outside the session, and may be shown because it cannot be read: they are for whoever asked for the page that failed. */
    private Optional<User> asking(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return Optional.ofNullable((User) request.getAttribute(ASKING));
        }
        Optional<User> user = read(request);
        user.ifPresent(somebody -> request.setAttribute(ASKING, somebody));
        return user;
    }

    private Optional<User> read(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(USERNAME) instanceof String username)) {
            return Optional.empty();
        }
        Object credentials = session.getAttribute(CREDENTIALS);
        return accounts.find(username)
                .filter(account ->
                        !account.closed() && credentials instanceof Long seen && seen == account.credentials())
                .map(account -> factors.user(account, Boolean.TRUE.equals(session.getAttribute(PROVED))));
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new DeferredSecurityContext() {
            private @Nullable SecurityContext context;

            @Override
            public SecurityContext get() {
                SecurityContext known = context;
                if (known == null) {
                    known = asking(request).map(SecurityContextImpl::new).orElseGet(SecurityContextImpl::new);
                    context = known;
                }
                return known;
            }

            @Override
            public boolean isGenerated() {
                return get().getAuthentication() == null;
            }
        };
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester") // deprecated by the interface
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() instanceof User user) {
            remember(request.getSession(), user.account(), user.proved());
            return;
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(USERNAME);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(USERNAME) != null;
    }
}
