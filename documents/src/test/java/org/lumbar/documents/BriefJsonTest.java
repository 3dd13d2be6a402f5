package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;
import static org.lumbar.documents.PeopleFixtures.PLANNER;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Planner.Brief;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.text.Language;

class BriefJsonTest {

    private static final PlanRequest REQUEST =
            new PlanRequest(KNOWLEDGE.reviewed(), Standard.COMPREHENSIVE, null, Language.EN);

    @Test
    void isOneLineAPatient() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (PatientRecord record : PeopleFixtures.records().values()) {
            BriefJson.write(PLANNER.brief(record, REQUEST), out);
        }
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines)
                .hasSameSizeAs(PeopleFixtures.records().values())
                .allSatisfy(line -> assertThat(JsonTree.object(line))
                        .containsOnlyKeys("id", "triage", "diagnosis", "items", "questions"));
    }

    @Test
    void isTheSameThroughOneGeneratorForAll() throws IOException {
        ByteArrayOutputStream each = new ByteArrayOutputStream();
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        try (var json = BriefJson.generator(together)) {
            for (PatientRecord record : PeopleFixtures.records().values()) {
                Brief brief = PLANNER.brief(record, REQUEST);
                BriefJson.write(brief, each);
                BriefJson.write(brief, json);
            }
        }
        assertThat(together.toString(StandardCharsets.UTF_8)).isEqualTo(each.toString(StandardCharsets.UTF_8));
    }

    @Test
    void namesTheFlagAndStopsEverythingInAnEmergency() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BriefJson.write(PLANNER.brief(PeopleFixtures.emergency(), REQUEST), out);
        Map<String, Object> line = JsonTree.object(out.toString(StandardCharsets.UTF_8));
        assertThat(line.get("triage")).isEqualTo(Map.of("level", "emergency-now", "flags", List.of("rf-ces-saddle")));
        assertThat(((Map<?, ?>) line.get("items")).containsKey("recommended")).isFalse();
    }

    @Test
    void asksAtMostFiveQuestions() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BriefJson.write(PLANNER.brief(PeopleFixtures.onlyDiagnosed(), REQUEST), out);
        assertThat((List<?>)
                        JsonTree.object(out.toString(StandardCharsets.UTF_8)).get("questions"))
                .hasSize(5);
    }
}
