package org.lumbar.server.account;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.lumbar.chart.ShortLived;

/** Second factors: who needs one, how one is set up, and whether a code is right. */
final class SecondFactors {

    private static final int RECOVERY_CODES = 10;
    /** Characters of a recovery code: about 60 bits. */
    private static final int RECOVERY_LENGTH = 12;
    /** No code is taken twice; it would be right for a minute and a half. */
    private static final Duration USED = Duration.ofSeconds(4 * Totp.STEP);

    private final Accounts accounts;
    private final Vault vault;
    private final ShortLived shared;
    private final Clock clock;
    private final boolean required;

    /** @param required staff has to have one */
    SecondFactors(Accounts accounts, Vault vault, ShortLived shared, Clock clock, boolean required) {
        this.accounts = accounts;
        this.vault = vault;
        this.shared = shared;
        this.clock = clock;
        this.required = required;
    }

    boolean requiredOf(Account account) {
        return required && account.staff();
    }

    /** Somebody at their stage. */
    User user(Account account, boolean proved) {
        return new User(account, stage(account, proved), proved);
    }

    private Stage stage(Account account, boolean proved) {
        if (account.factor() != null && !proved) {
            return Stage.CODE;
        }
        if (account.mustChange() && account.identity().isEmpty()) {
            return Stage.PASSWORD;
        }
        return account.factor() == null && !proved && requiredOf(account) ? Stage.FACTOR : Stage.INSIDE;
    }

    /** A new secret, sealed for this account. */
    String newSecret(Account account) {
        return vault.seal(Vault.random(Totp.SECRET), owner(account));
    }

    /** A secret that was sealed for this account; empty when it was not, or with another key. */
    Optional<byte[]> secret(Account account, String sealed) {
        return vault.open(sealed, owner(account));
    }

    private static String owner(Account account) {
        return "totp/" + account.username();
    }

    /**
     * Sets a second factor up when its first code is right.
     *
     * @return the recovery codes, which are told once; empty when the code is wrong
     */
    List<String> setUp(Account account, String sealed, String code) {
        if (secret(account, sealed)
                .filter(secret -> fresh(account, secret, code))
                .isEmpty()) {
            return List.of();
        }
        return keep(account, sealed);
    }

    /** Makes new recovery codes; the old ones are worth nothing from now on. */
    List<String> newRecoveryCodes(Account account, SecondFactor factor) {
        return keep(account, factor.secret());
    }

    private List<String> keep(Account account, String sealed) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            String code = accounts.readable(RECOVERY_LENGTH);
            codes.add(code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8));
        }
        List<String> hashes = codes.stream().map(SecondFactor::hash).toList();
        accounts.setFactor(account.username(), new SecondFactor(sealed, hashes, clock.instant()));
        return codes;
    }

    /** True when it is a code of the app that was not used yet, or a recovery code, which is used up. */
    boolean accepts(Account account, String typed) {
        SecondFactor factor = account.factor();
        if (factor == null) {
            return false;
        }
        String code = typed.replaceAll("\\s", "");
        if (code.matches("[0-9]{6}")) {
            return secret(account, factor.secret())
                    .filter(secret -> fresh(account, secret, code))
                    .isPresent();
        }
        return accounts.useRecoveryCode(account.username(), code);
    }

    private boolean fresh(Account account, byte[] secret, String code) {
        OptionalLong step = Totp.match(secret, code.replaceAll("\\s", ""), clock.instant());
        return step.isPresent()
                && shared.claim(
                        "code/" + account.username() + "/" + step.getAsLong(),
                        clock.instant().plus(USED));
    }
}
