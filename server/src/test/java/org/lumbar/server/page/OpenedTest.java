package org.lumbar.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lumbar.core.text.Language;
import org.lumbar.server.account.Access;

class OpenedTest {

    /** Nobody's use of these is written down. */
    private static final List<String> UNWRITTEN = List.of("/assets/**", "/health", "/session", "/sign-out");

    @ParameterizedTest
    @EnumSource(Language.class)
    void isSaidInWordsForEveryPage(Language language) {
        Messages messages = new Messages(language, ZoneOffset.UTC);
        assertThat(Access.routes().stream().map(Access.Route::pattern))
                .filteredOn(pattern -> !UNWRITTEN.contains(pattern))
                .allSatisfy(pattern -> assertThat(messages.has(Opened.key(pattern)))
                        .as(pattern)
                        .isTrue());
        assertThat(Opened.inWords("GET", messages)).isEqualTo(messages.say("opened.get"));
        assertThat(Opened.inWords("/of/an/earlier/version", messages)).isEqualTo("/of/an/earlier/version");
    }
}
