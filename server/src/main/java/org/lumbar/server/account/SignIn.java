package org.lumbar.server.account;

import java.time.Clock;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * Checks a user name and a password. Several wrong passwords in a row lock the account for a while; tries at a locked account
 * are not written down, so that nobody can fill the chart by guessing.
 */
final class SignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final Clock clock;
    /** Compared with when there is no such account, so that an answer takes as long. */
    private final Account nobody;

    SignIn(Accounts accounts, Clock clock, String hashOfNothing) {
        this.accounts = accounts;
        this.clock = clock;
        this.nobody = new Account("", "", Role.PATIENT, "", hashOfNothing, false, 0, null);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String password = String.valueOf(attempt.getCredentials());
        Optional<Account> found = accounts.find(attempt.getName());
        boolean right = accounts.matches(found.orElse(nobody), password);
        Account account = found.orElseThrow(() -> new BadCredentialsException("wrong"));
        if (account.locked(clock.instant())) {
            throw new LockedException("locked");
        }
        if (!right) {
            accounts.failed(account.username());
            throw new BadCredentialsException("wrong");
        }
        accounts.succeeded(account.username());
        return new User(account);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
