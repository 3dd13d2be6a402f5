package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** International names of substances bring their codes, in either language; brands do not. */
class MedicineNamesTest {

    private static final Map<String, List<String>> NAMES =
            Knowledge.bundled().medicineCodes().atcOfName();

    @ParameterizedTest
    @CsvSource({
        "warfarin, B01AA03",
        "варфарин, B01AA03",
        "apixaban, B01AF02",
        "апиксабан, B01AF02",
        "бисопролол, C07AB07",
        "диклофенак, M01AB05",
    })
    void knowsNames(String name, String atc) {
        assertThat(NAMES.get(name)).containsExactly(atc);
    }

    /** These hold metamizole, paracetamol, codeine or caffeine besides what the list of ingredients has them for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "пенталгин",
                "седалгин плюс",
                "седал-м",
                "каффетин",
                "цитрамон",
                "темпалгин",
                "терафлю",
                "спазмалгон",
                "vimovo",
                "эликвис"
            })
    void takesNoBrandForASubstance(String brand) {
        assertThat(NAMES).doesNotContainKey(brand);
    }

    @Test
    void promisesNoCodeWhereThereIsNone() {
        assertThat(NAMES.values()).allSatisfy(codes -> assertThat(codes).isNotEmpty());
        assertThat(NAMES).doesNotContainKeys("", "parabens");
    }
}
