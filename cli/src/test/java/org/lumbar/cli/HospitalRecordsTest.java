package org.lumbar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumbar.cli.CommandFixtures.Answer;

/**
 * Records as hospitals and practices of four countries write them: ICD-10-CM with RxNorm, the Russian ICD-10 with ATC and
 * Cyrillic units, SNOMED CT alone, ICD-10-GM. Each stands beside what a clinician reads in it: what is present, what is absent,
 * what stays open, and what looks alike but must not be taken for present.
 */
class HospitalRecordsTest {

    private static final Path RECORDS = Path.of("src/test/resources/records");

    static Stream<String> records() throws IOException {
        try (Stream<Path> files = Files.list(RECORDS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".expected.json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void meanWhatAClinicianReads(String name) throws IOException {
        Json expected = Json.of(Files.readString(RECORDS.resolve(name + ".expected.json")));
        Answer answer = CommandFixtures.plan(RECORDS.resolve(name + ".json"), "--format", "json");
        assertThat(answer.err()).isEmpty();
        Json plan = Json.of(answer.out());
        Map<String, String> states = plan.at("findings")
                .items()
                .collect(Collectors.toMap(
                        one -> one.at("id").text(), one -> one.at("state").text()));
        for (String state : List.of("present", "absent", "unknown")) {
            for (String finding : named(expected, state)) {
                assertThat(states).as(finding).containsEntry(finding, state);
            }
        }
        for (String finding : named(expected, "notPresent")) {
            assertThat(states.get(finding)).as(finding).isNotEqualTo("present");
        }
        for (String measure : expected.at("measures").fields()) {
            double value = expected.at("measures", measure).number();
            assertThat(plan.at("measures", measure, "value").number())
                    .as(measure)
                    .isCloseTo(value, within(0.002 * Math.abs(value)));
        }
        if (expected.has("triage")) {
            assertThat(plan.at("triage", "level").text())
                    .isEqualTo(expected.at("triage").text());
        }
    }

    private static List<String> named(Json expected, String key) {
        return expected.has(key) ? expected.at(key).texts() : List.of();
    }
}
