package org.lumbar.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final byte[] OPEN = "a secret".getBytes(StandardCharsets.UTF_8);

    @Test
    void opensForItsOwnerAndWithItsKeyOnly(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("new/secret.key");
        Vault vault = Vault.of(file);
        String sealed = vault.seal(OPEN, "dr");
        assertThat(Vault.of(file).open(sealed, "dr")).hasValue(OPEN);
        assertThat(vault.open(sealed, "dr2")).isEmpty();
        assertThat(Vault.ofThisProcess().open(sealed, "dr")).isEmpty();
        assertThat(vault.seal(OPEN, "dr")).as("never twice the same").isNotEqualTo(sealed);
        assertThat(sealed).doesNotContain("secret");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var files = Files.list(folder.resolve("new"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void refusesWhatWasChangedOrIsNoSeal() {
        Vault vault = Vault.ofThisProcess();
        String sealed = vault.seal(OPEN, "dr");
        char last = sealed.charAt(sealed.length() - 2);
        String changed = sealed.substring(0, sealed.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + sealed.substring(sealed.length() - 1);
        for (String text : new String[] {changed, "", "A", "%%%", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "\u0000"}) {
            assertThat(vault.open(text, "dr")).as(text).isEmpty();
        }
    }

    @Test
    void refusesAFileThatHoldsNoKey(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret.key"), "c2hvcnQ=\n");
        assertThatThrownBy(() -> Vault.of(file))
                .hasMessageContaining("secret.key")
                .hasMessageContaining("32 bytes");
    }
}
