package org.lumbar.server.account;

import java.io.Serial;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is signed in, or on the way in. */
public final class User extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1;

    private final Account account;
    private final Stage stage;
    private final boolean proved;

    /** @param proved the second factor was given, or whoever vouches for them took care of it */
    User(Account account, Stage stage, boolean proved) {
        super(List.of(new SimpleGrantedAuthority(
                stage == Stage.INSIDE ? "ROLE_" + account.role().name() : stage.authority())));
        this.account = account;
        this.stage = stage;
        this.proved = proved;
        setAuthenticated(true);
    }

    /** Who asks, when it is sure who that is; also between two steps of signing in. */
    static Optional<User> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof User user && user.known()
                ? Optional.of(user)
                : Optional.empty();
    }

    public Account account() {
        return account;
    }

    Stage stage() {
        return stage;
    }

    boolean proved() {
        return proved;
    }

    /** False while a step of signing in is still to be done. */
    public boolean inside() {
        return stage == Stage.INSIDE;
    }

    /** True as soon as it is sure who this is. */
    public boolean known() {
        return stage != Stage.CODE;
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
        return other instanceof User user && user.account.equals(account) && user.stage == stage;
    }

    @Override
    public int hashCode() {
        return account.hashCode();
    }
}
