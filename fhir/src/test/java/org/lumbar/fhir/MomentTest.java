package org.lumbar.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01, 2026-12-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "2024-02-29, 2024-02-29, 2024-02-29",
        "2026-11-24T00:00:00Z, 2026-11-24, 2026-11-24",
        "2026-11-24T23:59:60Z, 2026-11-24, 2026-11-24",
        "2026-11-24T23:59:59.999999999+14:00, 2026-11-24, 2026-11-24",
        "2026-11-24T01:02:03-08:00, 2026-11-24, 2026-11-24",
        "2026-11-24T01:02, 2026-11-24, 2026-11-24",
        "2026-11-24T01:02:03, 2026-11-24, 2026-11-24",
        "0001-01-01, 0001-01-01, 0001-01-01",
        "9999-12-31, 9999-12-31, 9999-12-31"
    })
    void isAsExactAsItIsWritten(String text, String earliest, String latest) {
        Moment moment = Moment.parse(text);
        assertThat(moment).isNotNull();
        assertThat(moment.day().earliest()).hasToString(earliest);
        assertThat(moment.day().latest()).hasToString(latest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000",
                "26",
                "20261",
                "2026-",
                "2026-1",
                "2026-13",
                "2026-00",
                "2026-11-",
                "2026-11-2",
                "2026-13-40",
                "2026-02-30",
                "2023-02-29",
                "2026-11-31",
                "2026-11-24 10:00:00",
                "2026-11-24T",
                "2026-11-24T10",
                "2026-11-24T24:00:00Z",
                "2026-11-24T10:60:00Z",
                "2026-11-24T10:00:61Z",
                "2026-11-24T10:00:00.Z",
                "2026-11-24T10:00:00+3",
                "2026-11-24T10:00:00+03:00x",
                "2026-11-24T10:00:00+15:00",
                "2026-11-24T10:00:00z",
                "24.11.2026",
                "11/24/2026",
                "+2026-11-24",
                "２０２６",
                "today"
            })
    void isNothingElse(String text) {
        assertThat(Moment.parse(text)).isNull();
    }

    @Test
    void isLaterByItsDayAndThenByItsSecond() {
        assertThat(Moment.parse("2026-11-24T10:00:00+03:00")).isLessThan(Moment.parse("2026-11-24T08:00:00+00:00"));
        assertThat(Moment.parse("2026-11-23T23:59:59-10:00")).isLessThan(Moment.parse("2026-11-24T00:00:00+14:00"));
        assertThat(Moment.parse("2026-11-24")).isLessThan(Moment.parse("2026-11-24T08:00:00Z"));
        assertThat(Moment.parse("2026-11")).isGreaterThan(Moment.parse("2026-11-24"));
    }
}
