package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people call medicines brings their codes, in either language. */
class MedicineNamesTest {

    private static final Map<String, List<String>> NAMES =
            Knowledge.bundled().medicineCodes().atcOfName();

    @ParameterizedTest
    @CsvSource({
        "warfarin, B01AA03",
        "варфарин, B01AA03",
        "coumadin, B01AA03",
        "apixaban, B01AF02",
        "апиксабан, B01AF02",
        "эликвис, B01AF02",
        "бисопролол, C07AB07",
        "ортофен, M01AB05",
    })
    void knowsNamesAndBrands(String name, String atc) {
        assertThat(NAMES.get(name)).containsExactly(atc);
    }

    @Test
    void givesACombinationTheCodesOfAllItsIngredients() {
        assertThat(NAMES.get("vimovo")).containsExactlyInAnyOrder("M01AE02", "A02BC05");
    }

    @Test
    void promisesNoCodeWhereThereIsNone() {
        assertThat(NAMES.values()).allSatisfy(codes -> assertThat(codes).isNotEmpty());
        assertThat(NAMES).doesNotContainKeys("", "parabens");
    }
}
