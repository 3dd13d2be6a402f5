package org.lumbar.server.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of an authenticator app: RFC 6238 with HMAC-SHA-1, six digits and steps of 30 seconds, which every app knows. */
final class Totp {

    /** Seconds that a code is shown. */
    static final long STEP = 30;

    /** Bytes of a secret, as RFC 4226 recommends. */
    static final int SECRET = 20;

    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    /** Steps that a clock may be off, either way. */
    private static final int DRIFT = 1;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP);
    }

    /** The code of a step. */
    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format("%0" + DIGITS + "d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA1", e);
        }
    }

    /** The step that a code belongs to, when it is one of now or of the step before or after; empty when it is wrong. */
    static OptionalLong match(byte[] secret, String code, Instant now) {
        long step = step(now);
        OptionalLong found = OptionalLong.empty();
        for (long one = step - DRIFT; one <= step + DRIFT; one++) {
            boolean same = MessageDigest.isEqual(
                    code(secret, one).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8));
            found = same ? OptionalLong.of(one) : found;
        }
        return found;
    }

    /** A secret as apps take it by hand: RFC 4648 base 32 without padding. */
    static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int kept = 0;
        for (byte each : secret) {
            bits = (bits << 8) | (each & 0xff);
            kept += 8;
            while (kept >= 5) {
                kept -= 5;
                text.append(BASE32.charAt((bits >> kept) & 31));
            }
        }
        if (kept > 0) {
            text.append(BASE32.charAt((bits << (5 - kept)) & 31));
        }
        return text.toString();
    }
}
