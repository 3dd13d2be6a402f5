package org.lumbar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestinationTest {

    private static final byte[] HALF = "half a plan".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void showsNothingBeforeTheEnd() throws IOException {
        Path file = folder.resolve("plan.txt");
        try (Destination destination = Destination.file(file)) {
            destination.write(HALF);
            assertThat(file).doesNotExist();
            destination.finish();
        }
        assertThat(file).hasBinaryContent(HALF);
    }

    @Test
    void leavesNothingWhenTheRunEndsEarly() throws IOException {
        try (Destination destination = Destination.file(folder.resolve("plan.txt"))) {
            destination.write(HALF);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsAnEarlierFileUntilTheEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.txt"), "earlier");
        try (Destination destination = Destination.file(file)) {
            destination.write(HALF);
            assertThat(file).hasContent("earlier");
        }
        assertThat(file).hasContent("earlier");
    }

    @Test
    void followsALinkToItsFile() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.txt"), "earlier");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        try (Destination destination = Destination.file(link)) {
            destination.write(HALF);
            destination.finish();
        }
        assertThat(link).isSymbolicLink();
        assertThat(file).hasBinaryContent(HALF);
    }

    @Test
    void namesAFolderThatDoesNotExist() {
        Path nowhere = folder.resolve("nowhere");

        assertThatThrownBy(() -> Destination.file(nowhere.resolve("plan.txt")))
                .hasRootCauseInstanceOf(NoSuchFileException.class)
                .hasMessageContaining(nowhere.toString());
        assertThat(folder).isEmptyDirectory();
    }
}
