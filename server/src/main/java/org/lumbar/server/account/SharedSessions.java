package org.lumbar.server.account;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.Seal;
import org.lumbar.chart.ShortLived;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;

/**
 * Sessions in the database, so that every server of a clinic knows them and a restart ends none. They are kept under a hash of
 * their id: who reads the database cannot enter with it. A use of a session is written down at most once a minute.
 */
final class SharedSessions implements SessionRepository<SharedSession> {

    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
            "maxdepth=20;maxarray=100000;java.base/*;org.springframework.security.**;org.lumbar.server.**;!*");
    /** Most that a use may go unwritten. */
    private static final Duration STEP = Duration.ofMinutes(1);

    private final ShortLived shared;
    private final Clock clock;
    private final Duration idle;

    /** @param idle a session ends when it was not used for so long */
    SharedSessions(ShortLived shared, Clock clock, Duration idle) {
        this.shared = shared;
        this.clock = clock;
        this.idle = idle;
    }

    @Override
    public SharedSession createSession() {
        return new SharedSession(lasting(new MapSession()));
    }

    private MapSession lasting(MapSession session) {
        session.setMaxInactiveInterval(idle);
        return session;
    }

    @Override
    public void save(SharedSession session) {
        if (!session.getId().equals(session.originalId())) {
            shared.forget(name(session.originalId()));
            session.renamed();
        }
        // Longer by what may go unwritten, so that no session is shorter than its page says.
        Instant until = clock.instant().plus(idle).plus(step());
        Instant kept = session.until();
        if (kept == null) {
            shared.keep(name(session.getId()), written(session), until);
        } else if (session.changed()) {
            shared.replace(name(session.getId()), written(session), until);
        } else if (Duration.between(kept, until).compareTo(step()) >= 0) {
            shared.extend(name(session.getId()), until);
        } else {
            return;
        }
        session.saved(until);
    }

    private Duration step() {
        Duration tenth = idle.dividedBy(10);
        return tenth.compareTo(STEP) < 0 ? tenth : STEP;
    }

    @Override
    public @Nullable SharedSession findById(String id) {
        return shared.find(name(id)).map(kept -> read(id, kept)).orElse(null);
    }

    private @Nullable SharedSession read(String id, ShortLived.Kept kept) {
        MapSession session = lasting(new MapSession(id));
        try (ObjectInputStream in = new ObjectInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(kept.value())))) {
            in.setObjectInputFilter(KNOWN);
            session.setCreationTime((Instant) in.readObject());
            ((Map<?, ?>) in.readObject()).forEach((name, value) -> session.setAttribute(name.toString(), value));
            return new SharedSession(session, kept.until());
        } catch (IOException | ClassNotFoundException e) {
            // Of another version of the program: whoever had it signs in again.
            return null;
        }
    }

    private static String written(SharedSession session) {
        Map<String, Object> attributes = new HashMap<>();
        for (String name : session.getAttributeNames()) {
            attributes.put(name, session.getAttribute(name));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(session.getCreationTime());
            out.writeObject(attributes);
        } catch (IOException e) {
            throw new UncheckedIOException("A session holds what cannot be written", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    @Override
    public void deleteById(String id) {
        shared.forget(name(id));
    }

    private static String name(String id) {
        return "session/" + Seal.sha256(id.getBytes(StandardCharsets.UTF_8));
    }
}
