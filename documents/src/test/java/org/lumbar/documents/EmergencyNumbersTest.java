package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumbar.core.text.Language;

/** Whom to call, as it is told to a patient. */
class EmergencyNumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RU | Emergency number (Russia): 103, 112. In another country: the local emergency number.",
                "DE | Emergency number (Germany): 112. In another country: the local emergency number.",
                "US | Emergency number (United States): 911. In another country: the local emergency number.",
                "GB | Emergency number (United Kingdom): 999, 112. In another country: the local emergency number.",
                "JP | In an emergency call the local emergency number."
            })
    void areThoseOfTheCountry(String country, String sentence) {
        assertThat(new Words(KNOWLEDGE, Language.EN).emergency(country)).first().isEqualTo(sentence);
    }

    @Test
    void tellWhereAdviceIsGivenThatIsNoEmergency() {
        assertThat(new Words(KNOWLEDGE, Language.RU).emergency("GB"))
                .containsExactly(
                        "Номер экстренной помощи (Великобритания): 999, 112. В другой стране – местный номер экстренной помощи.",
                        "Срочный совет, если это не экстренный случай: 111.");
        assertThat(new Words(KNOWLEDGE, Language.EN).emergency("RU")).hasSize(1);
    }
}
