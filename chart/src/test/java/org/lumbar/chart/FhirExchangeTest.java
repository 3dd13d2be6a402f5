package org.lumbar.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lumbar.core.record.Entry.Answer;
import org.lumbar.core.record.Entry.Value;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.record.UnusableRecord;
import org.lumbar.fhir.BundleReader;

class FhirExchangeTest {

    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static PatientChart chart(List<Entry.Draft> drafts) {
        List<Entry> entries = new ArrayList<>();
        for (Entry.Draft draft : drafts) {
            entries.add(new Entry(
                    "patient/p",
                    entries.size() + 1,
                    Instant.parse("2026-11-23T22:30:00Z"),
                    "dr",
                    draft.kind(),
                    draft.payload(),
                    null,
                    "",
                    ""));
        }
        return PatientChart.of(entries);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void bringsEveryExampleThroughTheChartUnchanged(Path example) throws IOException {
        byte[] bundle = Files.readAllBytes(example);
        PatientRecord before = BundleReader.read(bundle);
        PatientRecord after = FhirExchange.record(chart(FhirExchange.drafts(bundle, "p")), MOSCOW);
        assertThat(after.id()).isEqualTo("p");
        assertThat(after.sex()).isEqualTo(before.sex());
        assertThat(after.birth()).isEqualTo(before.birth());
        assertThat(after.country()).isEqualTo(before.country());
        assertThat(after.entries()).containsExactlyInAnyOrderElementsOf(before.entries());
        assertThat(after.notes()).containsExactlyInAnyOrderElementsOf(before.notes());
    }

    @Test
    void givesAnswersAsResponsesToTheIntakeInTheZoneOfTheClinic() {
        PatientChart chart = chart(List.of(
                Entry.Draft.of(Kind.REGISTERED, Map.of("gender", "male")),
                Entry.Draft.of(Kind.ANSWERED, Map.of("finding", "leg-pain", "value", false)),
                Entry.Draft.of(Kind.ANSWERED, Map.of("finding", "pain-nrs", "value", 6))));
        assertThat(new String(FhirExchange.bundle(chart, MOSCOW), StandardCharsets.UTF_8))
                .contains("\"authored\":\"2026-11-24T01:30:00+03:00\"");
        assertThat(FhirExchange.record(chart, MOSCOW).entries())
                .extracting(entry -> ((Answer) entry).linkId(), entry -> ((Answer) entry).value())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("leg-pain", new Value.YesNo(false)),
                        org.assertj.core.groups.Tuple.tuple(
                                "pain-nrs", new Value.Quantity(6, org.lumbar.core.record.Entry.Bound.EXACT, null)));
    }

    @Test
    void refusesWhatIsNoBundleAboutOnePatient() {
        assertThatThrownBy(() -> FhirExchange.drafts("{}".getBytes(StandardCharsets.UTF_8), "p"))
                .isInstanceOf(UnusableRecord.class);
    }
}
