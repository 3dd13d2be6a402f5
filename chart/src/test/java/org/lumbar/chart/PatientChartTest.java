package org.lumbar.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PatientChartTest {

    private final List<Entry> entries = new ArrayList<>();

    private void add(String kind, Map<String, ?> content) {
        Entry.Draft draft = Entry.Draft.of(kind, content);
        int sequence = entries.size() + 1;
        entries.add(new Entry(
                "patient/p",
                sequence,
                Instant.ofEpochSecond(sequence),
                "dr",
                draft.kind(),
                draft.payload(),
                null,
                "",
                ""));
    }

    private static Map<String, Object> condition(String id, String text) {
        return Map.of("resourceType", "Condition", "id", id, "code", Map.of("text", text));
    }

    @Test
    void knowsTheNewestOfEverything() {
        add(Kind.REGISTERED, Map.of("name", List.of(Map.of("family", "Carter", "given", List.of("Emily")))));
        add(Kind.RECORDED, condition("c", "old"));
        add(Kind.RECORDED, condition("d", "other"));
        add(Kind.RECORDED, condition("c", "new"));
        add(Kind.WITHDRAWN, Map.of("resource", "Condition/d", "reason", "mistake"));
        add(Kind.ANSWERED, Map.of("finding", "leg-pain", "value", true));
        add(Kind.ANSWERED, Map.of("finding", "pain-nrs", "value", 6));
        add(Kind.ANSWERED, Map.of("finding", "leg-pain", "value", false));
        add(Kind.CHOSEN, Map.of("item", "yoga", "note", "wants it"));
        add(Kind.REMOVED, Map.of("item", "yoga", "reason", "changed mind"));
        add(
                Kind.REGISTERED,
                Map.of(
                        "gender", "female",
                        "birthDate", "1984-03",
                        "name", List.of(Map.of("family", "Carter-Hill", "given", List.of("Emily", "J.")))));
        add("of another version", Map.of("x", 1));
        PatientChart chart = PatientChart.of(entries);
        assertThat(chart.name().formal()).isEqualTo("Carter-Hill Emily J.");
        assertThat(chart.sex()).isEqualTo("female");
        assertThat(chart.birthDate()).isEqualTo("1984-03");
        assertThat(chart.resources().keySet()).containsExactly("Condition/c");
        assertThat(Json.text(Json.map(chart.resources().get("Condition/c"), "code"), "text"))
                .isEqualTo("new");
        assertThat(chart.answers().get("leg-pain").value()).isEqualTo(false);
        assertThat(chart.answers().get("pain-nrs").value()).isEqualTo(new BigDecimal(6));
        assertThat(chart.edits().get("yoga").chosen()).isFalse();
        assertThat(chart.edits().get("yoga").note()).isEqualTo("changed mind");
        assertThat(chart.sequence()).isEqualTo(12);
        assertThat(chart.changedAt()).isEqualTo(Instant.ofEpochSecond(12));
    }

    @Test
    void forgetsAnAnswerThatWasTakenBack() {
        add(Kind.ANSWERED, Map.of("finding", "leg-pain", "value", true));
        add(Kind.ANSWERED, Map.of("finding", "leg-pain", "value", Json.NULL));
        assertThat(PatientChart.of(entries).answers()).isEmpty();
    }

    @Test
    void keepsEverySignedPlan() {
        add(Kind.SIGNED, Map.of("version", 1, "sheet", "aa"));
        add(Kind.ANSWERED, Map.of("finding", "leg-pain", "value", true));
        add(Kind.SIGNED, Map.of("version", 2, "sheet", "bb"));
        assertThat(PatientChart.of(entries).signed())
                .extracting(
                        PatientChart.SignedPlan::version,
                        PatientChart.SignedPlan::sequence,
                        PatientChart.SignedPlan::sheet)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 1L, "aa"),
                        org.assertj.core.groups.Tuple.tuple(2, 3L, "bb"));
    }

    @Test
    void isThatOfAnEarlierDayWhenTheEntriesEndEarlier() {
        add(Kind.ANSWERED, Map.of("finding", "leg-pain", "value", true));
        add(Kind.ANSWERED, Map.of("finding", "leg-pain", "value", false));
        assertThat(PatientChart.of(entries.subList(0, 1))
                        .answers()
                        .get("leg-pain")
                        .value())
                .isEqualTo(true);
    }

    @Test
    void beginsWithAnEntryOfAPatient() {
        assertThatThrownBy(() -> PatientChart.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(PatientChart.idOf("account/x")).isNull();
        assertThat(PatientChart.idOf(PatientChart.stream("p"))).isEqualTo("p");
    }
}
