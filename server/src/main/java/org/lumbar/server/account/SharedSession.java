package org.lumbar.server.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/** A session that knows whether something in it changed since it was read. */
final class SharedSession implements Session {

    private final MapSession session;
    /** The id that it is kept under. */
    private String originalId;

    private boolean changed;
    /** When it ends by what the database says; null when it is not there yet. */
    private @Nullable Instant until;

    /** A new session. */
    SharedSession(MapSession session) {
        this.session = session;
        this.originalId = session.getId();
        this.changed = true;
    }

    /** A session as it was read. */
    SharedSession(MapSession session, Instant until) {
        this.session = session;
        this.originalId = session.getId();
        this.until = until;
    }

    boolean changed() {
        return changed;
    }

    @Nullable
    Instant until() {
        return until;
    }

    void saved(Instant savedUntil) {
        this.changed = false;
        this.until = savedUntil;
    }

    String originalId() {
        return originalId;
    }

    void renamed() {
        originalId = session.getId();
        until = null;
        changed = true;
    }

    @Override
    public String getId() {
        return session.getId();
    }

    @Override
    public String changeSessionId() {
        return session.changeSessionId();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the interface has it so
    public <T> @Nullable T getAttribute(String name) {
        return session.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return session.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        session.setAttribute(name, value);
        changed = true;
    }

    @Override
    public void removeAttribute(String name) {
        session.removeAttribute(name);
        changed = true;
    }

    @Override
    public Instant getCreationTime() {
        return session.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        session.setLastAccessedTime(time);
    }

    @Override
    public Instant getLastAccessedTime() {
        return session.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        session.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return session.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return session.isExpired();
    }
}
