package org.lumbar.server.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what must not be read in the database or a backup, with AES-256-GCM. The key lies in a file beside the chart, never in
 * it; every server of a clinic needs the same.
 */
public final class Vault {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    private Vault(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("expected a key of " + KEY_BYTES + " bytes in base 64");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /** A vault whose key is forgotten with it. */
    public static Vault ofThisProcess() {
        return new Vault(random(KEY_BYTES));
    }

    /**
     * The vault whose key is in a file, which is made when there is none, readable for its owner only.
     *
     * @throws IllegalArgumentException when the file holds something else
     */
    public static Vault of(Path file) {
        try {
            return new Vault(Base64.getDecoder().decode(Files.readString(file).strip()));
        } catch (NoSuchFileException e) {
            return made(file);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the key " + file, e);
        }
    }

    private static Vault made(Path file) {
        byte[] key = random(KEY_BYTES);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path part = Files.createTempFile(folder, "key", null);
            if (Files.getFileStore(part).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(part, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.SYNC);
            // A link takes no name that is taken, so two servers that start at once agree on one key.
            try {
                Files.createLink(file, part);
            } catch (FileAlreadyExistsException e) {
                return of(file);
            } catch (UnsupportedOperationException e) {
                Files.copy(part, file);
            } finally {
                Files.delete(part);
            }
            return new Vault(key);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the key " + file, e);
        }
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /**
     * Seals bytes.
     *
     * @param owner whose they are; opened for nobody else
     */
    String seal(byte[] open, String owner) {
        byte[] nonce = random(NONCE_BYTES);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, open, owner).orElseThrow();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /** What was sealed for this owner with this key; empty when it was not. */
    Optional<byte[]> open(String text, String owner) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (all.length <= NONCE_BYTES) {
            return Optional.empty();
        }
        ByteBuffer parts = ByteBuffer.wrap(all);
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        byte[] sealed = new byte[parts.remaining()];
        parts.get(sealed);
        return run(Cipher.DECRYPT_MODE, nonce, sealed, owner);
    }

    private Optional<byte[]> run(int mode, byte[] nonce, byte[] input, String owner) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(input));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }
}
