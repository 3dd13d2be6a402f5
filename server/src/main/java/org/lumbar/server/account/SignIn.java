package org.lumbar.server.account;

import java.io.Serial;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks a user name and a password. Several wrong passwords in a row lock the account for a while; tries at a locked account
 * are not written down, so that nobody can fill the chart by guessing. A name that nobody has answers in the same way. An
 * address from which too many tries failed has to wait, whatever the names.
 */
final class SignIn implements AuthenticationProvider {

    /** Wrong passwords from one address; a clinic behind one address has many people who mistype. */
    static final int FAILURES_OF_ADDRESS = 60;

    private static final String ADDRESS = "sign-in-address";
    private static final String NOBODY = "sign-in-nobody";

    /** Too many tries failed from this address. */
    static final class AddressLocked extends LockedException {
        @Serial
        private static final long serialVersionUID = 1;

        AddressLocked() {
            super("address");
        }
    }

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Limiter limiter;
    private final Clock clock;
    /** Compared with when there is no such account, so that an answer takes as long. */
    private final Account nobody;

    SignIn(Accounts accounts, SecondFactors factors, Limiter limiter, Clock clock, String hashOfNothing) {
        this.accounts = accounts;
        this.factors = factors;
        this.limiter = limiter;
        this.clock = clock;
        this.nobody = Account.nobody(hashOfNothing);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (limiter.exhausted(ADDRESS, address, FAILURES_OF_ADDRESS)) {
            throw new AddressLocked();
        }
        try {
            return checked(attempt.getName(), String.valueOf(attempt.getCredentials()));
        } catch (BadCredentialsException e) {
            limiter.allows(ADDRESS, address, FAILURES_OF_ADDRESS, Account.LOCKED);
            throw e;
        }
    }

    private User checked(String name, String password) {
        Optional<Account> found = accounts.find(name);
        boolean right = accounts.matches(found.orElse(nobody), password);
        if (found.isEmpty()) {
            if (!limiter.allows(NOBODY, name.toLowerCase(Locale.ROOT), Account.FAILURES, Account.LOCKED)) {
                throw new LockedException("locked");
            }
            throw new BadCredentialsException("wrong");
        }
        Account account = found.get();
        if (account.locked(clock.instant())) {
            throw new LockedException("locked");
        }
        if (!right) {
            accounts.failed(account.username());
            throw new BadCredentialsException("wrong");
        }
        if (account.closed()) {
            throw new BadCredentialsException("wrong");
        }
        User user = factors.user(account, false);
        if (user.known()) {
            accounts.succeeded(account.username());
        }
        return user;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
