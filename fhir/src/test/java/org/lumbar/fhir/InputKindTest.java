package org.lumbar.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputKindTest {

    private static InputKind kind(String text) throws IOException {
        return InputKind.of(new BufferedInputStream(new ByteArrayInputStream(text.getBytes(UTF_8))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{}\n",
                "{}\r\n \n",
                "\uFEFF{\"a\":1}",
                "{\n}\n",
                "{\"a\":1,\n\"b\":2}\n{}",
                "{\"a\":\"}\",\n\"b\":2}",
                "",
                "[]",
                "not json",
                "{\"a\":\"",
                "{\"a\":\"\\"
            })
    void isABundle(String text) throws IOException {
        assertThat(kind(text)).isEqualTo(InputKind.BUNDLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}\n{}",
                "{}\r\n{}\r\n",
                "\n\n{}\n\n\n{}",
                "\uFEFF{\"a\":{\"b\":[{}]}}\n{}",
                "{\"a\":\"{\\\"\\\\\"}\n{}",
                "{}\ngarbage"
            })
    void isLines(String text) throws IOException {
        assertThat(kind(text)).isEqualTo(InputKind.LINES);
    }

    @Test
    void leavesTheStreamWhereItWas() throws IOException {
        InputStream input = new BufferedInputStream(new ByteArrayInputStream("{}\n{}\n".getBytes(UTF_8)));
        InputKind.of(input);
        assertThat(input.readAllBytes()).isEqualTo("{}\n{}\n".getBytes(UTF_8));
    }

    @Test
    void needsAStreamThatCanGoBack() {
        InputStream input = InputStream.nullInputStream();
        assertThatThrownBy(() -> InputKind.of(input)).hasMessageContaining("wrap it in a BufferedInputStream");
    }
}
