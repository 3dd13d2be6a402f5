package org.lumbar.server.account;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.lumbar.chart.ChartStore;
import org.lumbar.chart.Entry;
import org.lumbar.chart.Outcome;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The accounts of the clinic. Every change is an entry of the account's stream. */
public final class Accounts {

    /** Who acts when nobody is signed in. */
    public static final String PROGRAM = "lumbar";

    /** Letters and digits that are not mistaken for each other. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GENERATED_LENGTH = 14;
    /** Fewest characters of a password that someone chooses. */
    public static final int SHORTEST_PASSWORD = 10;

    private final ChartStore store;
    private final PasswordEncoder encoder;
    private final SecureRandom random = new SecureRandom();
    /** Accounts as they were after so many entries, so that not every request reads a long stream. */
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    private record Read(long sequence, Account account) {}

    public Accounts(ChartStore store, PasswordEncoder encoder) {
        this.store = store;
        this.encoder = encoder;
    }

    public Optional<Account> find(String username) {
        String stream = Account.stream(username);
        long last = store.last(stream);
        if (last == 0) {
            return Optional.empty();
        }
        Read known = read.get(stream);
        if (known == null || known.sequence() != last) {
            List<Entry> entries = store.read(stream);
            known = new Read(entries.getLast().sequence(), Account.of(entries));
            read.put(stream, known);
        }
        return Optional.of(known.account());
    }

    /** The name of whoever has this user name; the user name itself when nobody has. */
    public String name(String username) {
        return find(username).map(Account::name).orElse(username);
    }

    /** All accounts by user name. */
    public List<Account> all() {
        return store.streams(Account.streams()).stream()
                .flatMap(stream -> find(stream.substring(Account.streams().length())).stream())
                .toList();
    }

    /**
     * Makes an account; false when the user name is taken.
     *
     * @param patient id of the patient whose own account it is; empty for staff
     * @param mustChange the password has to be changed after the first sign-in
     */
    public boolean create(
            String username,
            String name,
            Role role,
            String patient,
            String password,
            boolean mustChange,
            String author) {
        Map<String, Object> content = new TreeMap<>(Map.of(
                "username", username,
                "name", name,
                "role", role.id(),
                "password", hash(password),
                "mustChange", mustChange));
        if (!patient.isEmpty()) {
            content.put("patient", patient);
        }
        Outcome outcome = store.append(
                Account.stream(username), 0, null, author, List.of(Entry.Draft.of(Account.CREATED, content)));
        return outcome instanceof Outcome.Appended;
    }

    /** A password that is read out or copied once. */
    public String generatedPassword() {
        return readable(GENERATED_LENGTH);
    }

    /** Random characters, about five bits each. */
    String readable(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(READABLE.charAt(random.nextInt(READABLE.length())));
        }
        return text.toString();
    }

    public void changePassword(String username, String password) {
        append(username, username, Account.PASSWORD, Map.of("password", hash(password)));
    }

    /** Gives somebody a password, which they have to change after signing in with it. */
    public void givePassword(String username, String password, String author) {
        append(username, author, Account.PASSWORD, Map.of("password", hash(password), "mustChange", true));
    }

    void close(String username, String author) {
        append(username, author, Account.CLOSED, Map.of());
    }

    void reopen(String username, String author) {
        append(username, author, Account.REOPENED, Map.of());
    }

    /** @param identity empty to take it away */
    void setIdentity(String username, String identity, String author) {
        append(username, author, Account.IDENTITY, Map.of("identity", identity));
    }

    void setFactor(String username, SecondFactor factor) {
        append(username, username, Account.FACTOR_SET, factor.content());
    }

    void removeFactor(String username, String author) {
        append(username, author, Account.FACTOR_REMOVED, Map.of());
    }

    /** Uses a recovery code up; false when it is none, or when it was used before. */
    boolean useRecoveryCode(String username, String code) {
        while (true) {
            long seen = store.last(Account.stream(username));
            SecondFactor factor = find(username).map(Account::factor).orElse(null);
            Optional<String> hash = factor == null ? Optional.empty() : factor.recovery(code);
            if (hash.isEmpty()) {
                return false;
            }
            Outcome outcome = store.append(
                    Account.stream(username),
                    seen,
                    null,
                    username,
                    List.of(Entry.Draft.of(Account.FACTOR_CODE_USED, Map.of("code", hash.get()))));
            if (outcome instanceof Outcome.Appended) {
                return true;
            }
        }
    }

    public void unlock(String username, String author) {
        append(username, author, Account.UNLOCKED, Map.of());
    }

    void succeeded(String username) {
        append(username, username, Account.SIGNED_IN, Map.of());
    }

    void failed(String username) {
        append(username, PROGRAM, Account.FAILED, Map.of());
    }

    /** True when it is the password of the account. */
    public boolean matches(Account account, String password) {
        return encoder.matches(password, account.passwordHash());
    }

    private String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The password cannot be encoded");
        }
        return hash;
    }

    private void append(String username, String author, String kind, Map<String, Object> content) {
        store.append(Account.stream(username), ChartStore.ANY, null, author, List.of(Entry.Draft.of(kind, content)));
    }
}
