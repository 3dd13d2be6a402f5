package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lumbar.documents.PeopleFixtures.KNOWLEDGE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.text.Language;
import org.lumbar.knowledge.Knowledge;

/** The bytes of a plan. */
class PlanJsonFormTest {

    @Test
    void areEqualForEqualPlans() throws IOException {
        KnowledgeBase again = Knowledge.bundled();
        Planner planner = new Planner(again);
        for (Map.Entry<String, PatientRecord> person : PeopleFixtures.records().entrySet()) {
            PlanRequest request = new PlanRequest(again.reviewed(), Standard.COMPREHENSIVE, null, Language.RU);
            ByteArrayOutputStream other = new ByteArrayOutputStream();
            PlanJson.write(planner.plan(person.getValue(), request), again, other, false);
            assertThat(other.toByteArray()).as(person.getKey()).isEqualTo(bytes(person.getValue(), Language.RU, false));
        }
    }

    @Test
    void areOneLinePerPlanUnlessPretty() throws IOException {
        String line = text(PeopleFixtures.onlyDiagnosed(), false);
        assertThat(line).endsWith("}\n");
        assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
        assertThat(text(PeopleFixtures.onlyDiagnosed(), true)).contains("\n  \"date\": \"");
    }

    @Test
    void sayTheSamePrettyOrNot() throws IOException {
        assertThat(JsonTree.object(text(PeopleFixtures.onlyDiagnosed(), true)))
                .isEqualTo(JsonTree.object(text(PeopleFixtures.onlyDiagnosed(), false)));
    }

    @Test
    void differBetweenLanguagesOnlyInWords() throws IOException {
        Map<String, Object> english = JsonTree.object(
                new String(bytes(PeopleFixtures.onlyDiagnosed(), Language.EN, false), StandardCharsets.UTF_8));
        Map<String, Object> russian = JsonTree.object(
                new String(bytes(PeopleFixtures.onlyDiagnosed(), Language.RU, false), StandardCharsets.UTF_8));
        for (String field : List.of("diagnosis", "findings", "measures", "assumedAbsent", "patient")) {
            assertThat(russian.get(field)).as(field).isEqualTo(english.get(field));
        }
    }

    @Test
    void leaveTheStreamOpen() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new AssertionError("the stream belongs to the caller");
            }
        };
        PlanJson.write(PeopleFixtures.plan(PeopleFixtures.emergency(), Language.EN), KNOWLEDGE, out, false);
        assertThat(out.size()).isPositive();
    }

    private static String text(PatientRecord record, boolean pretty) throws IOException {
        return new String(bytes(record, Language.EN, pretty), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(PatientRecord record, Language language, boolean pretty) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlanJson.write(PeopleFixtures.plan(record, language), KNOWLEDGE, out, pretty);
        return out.toByteArray();
    }
}
