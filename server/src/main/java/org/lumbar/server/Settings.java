package org.lumbar.server;

import java.io.IOException;
import java.io.Reader;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What an operator sets in a file; everything has a default, and what is not known is refused. */
public final class Settings {

    /** A line of the file. */
    public enum Key {
        SESSION_MINUTES("session-minutes", "30", "[1-9][0-9]{0,3}"),
        SECOND_FACTOR("second-factor", "optional", "optional|required"),
        PROXY("proxy", "no", "no|yes"),
        LOG("log", "text", "text|json"),
        METRICS_PORT(
                "metrics.port", "", "|[0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]"),
        METRICS_ADDRESS("metrics.address", "127.0.0.1", "[0-9A-Za-z.:-]+"),
        OIDC_ISSUER("oidc.issuer", "", "(https?://[^ ]+)?"),
        OIDC_CLIENT("oidc.client", "", "[^ ]*"),
        OIDC_CLAIM("oidc.claim", "sub", "[A-Za-z0-9_.:/-]+"),
        OIDC_NAME("oidc.name", "OpenID Connect", ".{1,60}"),
        MAIL_HOST("mail.host", "", "[0-9A-Za-z.-]*"),
        MAIL_PORT("mail.port", "587", "[1-9][0-9]{0,4}"),
        MAIL_TLS("mail.tls", "starttls", "starttls|ssl|none"),
        MAIL_FROM("mail.from", "", "([^@ ]+@[^@ ]+)?"),
        MAIL_USER("mail.user", "", "[^ ]*");

        private final String text;
        private final String standard;
        private final String form;

        Key(String text, String standard, String form) {
            this.text = text;
            this.standard = standard;
            this.form = form;
        }

        /** How it is called in the file. */
        public String text() {
            return text;
        }

        /** What counts when the file does not name it. */
        public String standard() {
            return standard;
        }
    }

    /** A line of the file that cannot be used. */
    public static final class Wrong extends IllegalArgumentException {
        @Serial
        private static final long serialVersionUID = 1;

        private final String line;
        private final boolean known;

        Wrong(String line, boolean known) {
            super(line);
            this.line = line;
            this.known = known;
        }

        String line() {
            return line;
        }

        /** False when there is no setting of that name, true when its value is wrong. */
        boolean known() {
            return known;
        }
    }

    private final Map<Key, String> values;

    private Settings(Map<Key, String> values) {
        this.values = new EnumMap<>(Key.class);
        this.values.putAll(values);
    }

    /** Nothing set. */
    public static Settings standard() {
        return new Settings(Map.of());
    }

    /** The same with another value. */
    public Settings with(Key key, String value) {
        Settings other = new Settings(values);
        other.set(key, value);
        return other;
    }

    /**
     * The settings of a file of lines {@code name = value}.
     *
     * @throws Wrong for a name that is not known or a value that does not fit
     * @throws NoSuchFileException when there is none
     */
    static Settings read(Path file) throws NoSuchFileException {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        Settings settings = standard();
        for (String name : lines.stringPropertyNames()) {
            Key key = Arrays.stream(Key.values())
                    .filter(one -> one.text.equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Wrong(name, false));
            settings.set(key, lines.getProperty(name).strip());
        }
        settings.mailServer();
        return settings;
    }

    private void set(Key key, String value) {
        if (!value.matches(key.form)) {
            throw new Wrong(key.text + " = " + value, true);
        }
        values.put(key, value);
    }

    private String value(Key key) {
        return values.getOrDefault(key, key.standard);
    }

    /** A session ends when nothing was done for so long. */
    public Duration idle() {
        return Duration.ofMinutes(Long.parseLong(value(Key.SESSION_MINUTES)));
    }

    public boolean secondFactorRequired() {
        return value(Key.SECOND_FACTOR).equals("required");
    }

    /** Whether the headers of a proxy say where a request came from. */
    boolean behindProxy() {
        return value(Key.PROXY).equals("yes");
    }

    boolean jsonLog() {
        return value(Key.LOG).equals("json");
    }

    /** Where figures of operation and probes are served; empty when nowhere. */
    public Optional<Integer> metricsPort() {
        String port = value(Key.METRICS_PORT);
        return port.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(port));
    }

    public String metricsAddress() {
        return value(Key.METRICS_ADDRESS);
    }

    /**
     * Who else may vouch for people.
     *
     * @param issuer address of the provider of OpenID Connect
     * @param claim of its token that is looked for among the identities of the accounts
     * @param name of the provider, as the button says it
     */
    public record Oidc(
            String issuer, String client, @Nullable String secret, String claim, String name) {}

    /** The provider of OpenID Connect; empty when there is none. Its secret comes from {@code LUMBAR_OIDC_SECRET}. */
    public Optional<Oidc> oidc() {
        String issuer = value(Key.OIDC_ISSUER);
        return issuer.isEmpty()
                ? Optional.empty()
                : Optional.of(new Oidc(
                        issuer,
                        value(Key.OIDC_CLIENT),
                        System.getenv("LUMBAR_OIDC_SECRET"),
                        value(Key.OIDC_CLAIM),
                        value(Key.OIDC_NAME)));
    }

    /**
     * Who sends letters.
     *
     * @param tls {@code starttls}, which is required then, {@code ssl} or {@code none}
     * @param from address of the sender
     * @param user empty when nobody has to sign in
     */
    public record MailServer(
            String host,
            int port,
            String tls,
            String from,
            String user,
            @Nullable String password) {}

    /**
     * The mail server; empty when there is none. Its password comes from {@code LUMBAR_MAIL_PASSWORD}.
     *
     * @throws Wrong when it has no address to send from
     */
    public Optional<MailServer> mailServer() {
        String host = value(Key.MAIL_HOST);
        if (host.isEmpty()) {
            return Optional.empty();
        }
        if (value(Key.MAIL_FROM).isEmpty()) {
            throw new Wrong(Key.MAIL_FROM.text + " = ", true);
        }
        return Optional.of(new MailServer(
                host,
                Integer.parseInt(value(Key.MAIL_PORT)),
                value(Key.MAIL_TLS),
                value(Key.MAIL_FROM),
                value(Key.MAIL_USER),
                System.getenv("LUMBAR_MAIL_PASSWORD")));
    }
}
