package org.lumbar.server.account;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    public Accounts(ChartStore store, PasswordEncoder encoder) {
        this.store = store;
        this.encoder = encoder;
    }

    public Optional<Account> find(String username) {
        List<Entry> entries = store.read(Account.stream(username));
        return entries.isEmpty() ? Optional.empty() : Optional.of(Account.of(entries));
    }

    /** All accounts by user name. */
    public List<Account> all() {
        return store.streams(Account.streams()).stream()
                .map(store::read)
                .map(Account::of)
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
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GENERATED_LENGTH; i++) {
            password.append(READABLE.charAt(random.nextInt(READABLE.length())));
        }
        return password.toString();
    }

    public void changePassword(String username, String password) {
        append(username, username, Account.PASSWORD, Map.of("password", hash(password)));
    }

    /** Gives somebody a password, which they have to change after signing in with it. */
    public void givePassword(String username, String password, String author) {
        append(username, author, Account.PASSWORD, Map.of("password", hash(password), "mustChange", true));
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
