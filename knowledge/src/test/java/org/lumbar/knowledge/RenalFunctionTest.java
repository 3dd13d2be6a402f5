package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lumbar.core.finding.RenalFunction;

/** CKD-EPI 2021 with the coefficients of the content. */
class RenalFunctionTest {

    private static final Map<String, Double> COEFFICIENTS =
            Knowledge.bundled().formulas().get("ckd-epi-2021");

    /**
     * What the calculator of the National Kidney Foundation answers, in whole numbers: 1.09 and 85 µmol/L as recorded in the
     * tests of pharmaverse/admiral, 1.2 as recorded in another public program.
     */
    @ParameterizedTest
    @CsvSource({"1.09, 55, false, 80", "0.961538, 65, true, 66", "1.2, 55, false, 71"})
    void agreesWithThePublishedCalculator(double creatinine, int age, boolean female, int expected) {
        assertThat(Math.round(RenalFunction.ckdEpi(creatinine, age, female, COEFFICIENTS)))
                .isEqualTo(expected);
    }

    /**
     * Worked by hand from the published equation. At κ both powers are 1: a man of 50 with 0.9 mg/dL has 142 × 0.9938^50 =
     * 142 × 0.73273 = 104.05, a woman with 0.7 mg/dL 1.012 times as much. At twice κ the second power is 2^−1.2 = 0.43528.
     * At half κ the first is 2^0.302 = 1.23285 for a man and 2^0.241 = 1.18181 for a woman.
     */
    @ParameterizedTest
    @CsvSource({
        "0.9, 50, false, 104.05",
        "0.7, 50, true, 105.30",
        "1.8, 50, false, 45.29",
        "1.4, 50, true, 45.83",
        "0.45, 50, false, 128.28",
        "0.35, 50, true, 124.44"
    })
    void followsTheEquationOnBothSidesOfKappa(double creatinine, int age, boolean female, double expected) {
        assertThat(RenalFunction.ckdEpi(creatinine, age, female, COEFFICIENTS))
                .isCloseTo(expected, org.assertj.core.api.Assertions.within(0.02));
    }

    @Test
    void refusesWhatIsNoConcentration() {
        assertThatThrownBy(() -> RenalFunction.ckdEpi(0, 50, true, COEFFICIENTS))
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> RenalFunction.ckdEpi(Double.NaN, 50, true, COEFFICIENTS))
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> RenalFunction.ckdEpi(1, 50, true, Map.of())).hasMessageContaining("kappa-female");
    }
}
