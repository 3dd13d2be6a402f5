package org.lumbar.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lumbar.core.text.Language;
import org.lumbar.documents.PatientSheet.SharedStop;
import org.lumbar.documents.PatientSheet.Treatment;

/** A rule for stopping that several treatments share stands once on the sheet, with their names. */
class PatientSheetTest {

    private static final Treatment WALKING = treatment("Walking", "Stop when a leg goes numb.", "Stop with a fever.");
    private static final Treatment MASSAGE = treatment("Massage", "Stop when a leg goes numb.", "Stop when it hurts.");
    private static final Treatment ADVICE = treatment("Advice");

    private static Treatment treatment(String name, String... stop) {
        return new Treatment(name, "", "", List.of(), List.of(stop));
    }

    private static PatientSheet sheet(Treatment... treatments) {
        return new PatientSheet(
                Language.EN, LocalDate.of(2026, 11, 23), "Carter", "Signed", List.of(treatments), List.of());
    }

    @Test
    void namesEveryTreatmentOfASharedRuleOnce() {
        PatientSheet sheet = sheet(WALKING, ADVICE, MASSAGE);
        assertThat(sheet.sharedStops())
                .containsExactly(new SharedStop("Stop when a leg goes numb.", List.of("Walking", "Massage")));
        assertThat(sheet.ownStops(WALKING)).containsExactly("Stop with a fever.");
        assertThat(sheet.ownStops(MASSAGE)).containsExactly("Stop when it hurts.");
        assertThat(sheet.ownStops(ADVICE)).isEmpty();
    }

    @Test
    void losesNoRuleAndRepeatsNone() {
        PatientSheet alone = sheet(MASSAGE);
        assertThat(alone.sharedStops()).isEmpty();
        assertThat(alone.ownStops(MASSAGE)).isEqualTo(MASSAGE.stop());
        Treatment twice = treatment("Twice", "Stop.", "Stop.");
        assertThat(sheet(twice).ownStops(twice)).containsOnly("Stop.");
    }
}
