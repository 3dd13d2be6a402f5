package org.lumbar.server.account;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.Json;
import org.lumbar.chart.ShortLived;
import org.lumbar.server.page.Parameters;

/**
 * What was typed into a form whose session was over when it was sent. It is kept for a short time, sealed, for the one whom the
 * form was shown to, and given back after signing in; nothing of it is written before its author sends it again. A form says by a
 * seal whom it was shown to, so that nobody can leave something for somebody else.
 */
public final class KeptForms {

    /** The field that says whom a form was shown to. */
    public static final String SHOWN_TO = "shown-to";

    /** The field that says where a form would have been sent. */
    static final String MEANT_FOR = "meant-for";

    static final Duration KEPT = Duration.ofMinutes(30);

    private static final String MARK = "form";
    private static final int LONGEST = 200_000;
    private static final String PATH = "(/[A-Za-z0-9._-]+)+";
    /** What is not of the form, and what nobody but its author should hold. */
    private static final Set<String> LEFT_OUT =
            Set.of(SHOWN_TO, MEANT_FOR, Parameters.LANGUAGE, "_csrf", "password", "old", "new", "repeat");

    private final ShortLived shared;
    private final Vault vault;
    private final Clock clock;

    KeptForms(ShortLived shared, Vault vault, Clock clock) {
        this.shared = shared;
        this.vault = vault;
        this.clock = clock;
    }

    /** A field as it was filled. */
    public record Field(String name, String value) {}

    /** A form that was kept, and where it would have been sent. */
    public record Kept(String path, List<Field> fields, Instant until) {}

    /** What a form that is shown to somebody says of it; empty for nobody. */
    public String mark(@Nullable User user) {
        return user == null ? "" : vault.seal(user.username().getBytes(StandardCharsets.UTF_8), MARK);
    }

    /** Keeps what was sent; false when it is nobody's, or not fit to be kept. */
    boolean keep(HttpServletRequest request) {
        String meant = Parameters.of(request, MEANT_FOR);
        String path = meant == null ? request.getRequestURI() : meant;
        Optional<byte[]> owner = vault.open(String.valueOf(Parameters.of(request, SHOWN_TO)), MARK);
        if (owner.isEmpty() || !path.matches(PATH)) {
            return false;
        }
        List<Object> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            for (String value : LEFT_OUT.contains(name) ? new String[0] : values) {
                fields.add(Map.of("name", name, "value", value));
            }
        });
        String text = Json.canonical(Map.of("path", path, "fields", fields));
        if (text.length() > LONGEST) {
            return false;
        }
        String username = new String(owner.get(), StandardCharsets.UTF_8);
        String sealed = vault.seal(text.getBytes(StandardCharsets.UTF_8), username);
        shared.forget(offer(username));
        shared.keep(name(username), sealed, clock.instant().plus(KEPT));
        return true;
    }

    /** What is kept for somebody. */
    Optional<Kept> of(User user) {
        return shared.find(name(user.username()))
                .flatMap(kept -> vault.open(kept.value(), user.username()).map(text -> read(text, kept.until())));
    }

    private static Kept read(byte[] text, Instant until) {
        Map<String, Object> form = Json.object(new String(text, StandardCharsets.UTF_8));
        List<Field> fields = Json.maps(form, "fields").stream()
                .map(field -> new Field(Json.text(field, "name"), Json.text(field, "value")))
                .toList();
        return new Kept(Json.text(form, "path"), fields, until);
    }

    /** True once for what is kept, so that it is offered after signing in and does not get in the way later. */
    boolean offer(User user) {
        return of(user).filter(kept -> shared.claim(offer(user.username()), kept.until()))
                .isPresent();
    }

    void forget(User user) {
        shared.forget(name(user.username()));
    }

    private static String name(String username) {
        return "kept-form/" + username;
    }

    private static String offer(String username) {
        return "kept-form-offered/" + username;
    }
}
