package org.lumbar.server.account;

import java.io.Serial;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who is signed in. */
public final class User extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1;

    private final Account account;

    User(Account account) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name())));
        this.account = account;
        setAuthenticated(true);
    }

    public Account account() {
        return account;
    }

    public String username() {
        return account.username();
    }

    public Role role() {
        return account.role();
    }

    @Override
    public String getName() {
        return account.username();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return account.username();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof User user && user.account.equals(account);
    }

    @Override
    public int hashCode() {
        return account.hashCode();
    }
}
