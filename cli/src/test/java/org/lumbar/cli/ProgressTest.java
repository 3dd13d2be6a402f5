package org.lumbar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.lumbar.core.text.Language;

class ProgressTest {

    private static final int LONGER_THAN_BETWEEN_UPDATES = 250;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Progress progress(boolean watched) {
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                Terminal.writer(err),
                false,
                false,
                watched,
                80,
                null);
        return new Progress(new Shell(terminal, new Messages(Language.EN)));
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tellsPatientsAndTheTimeLeft() throws InterruptedException {
        try (Progress progress = progress(true)) {
            Thread.sleep(LONGER_THAN_BETWEEN_UPDATES);
            progress.at(12_345, 0.5);

            assertThat(shown())
                    .startsWith("\r")
                    .contains("12,345 patients", "50 %", "0:00 left")
                    .doesNotContain("\n");
        }
        assertThat(shown()).as("the line is taken away").endsWith("\r\u001b[K");
    }

    @Test
    void tellsNoTimeLeftOfAStreamWithoutEnd() throws InterruptedException {
        try (Progress progress = progress(true)) {
            Thread.sleep(LONGER_THAN_BETWEEN_UPDATES);
            progress.at(10, -1);
        }
        assertThat(shown()).contains("10 patients").doesNotContain("left");
    }

    @Test
    void keepsQuietWhenNobodyWatches() throws InterruptedException {
        try (Progress progress = progress(false)) {
            Thread.sleep(LONGER_THAN_BETWEEN_UPDATES);
            progress.at(10, 0.5);
        }
        assertThat(shown()).isEmpty();
    }
}
