package org.lumbar.core.finding;

import java.util.Map;

/** Estimates renal function from serum creatinine. */
public final class RenalFunction {

    private RenalFunction() {}

    /**
     * Estimated glomerular filtration rate, in mL/min/1.73 m², of an adult.
     *
     * <p>{@code constant × min(Scr/κ, 1)^α × max(Scr/κ, 1)^maxExponent × ageBase^age × (femaleFactor if female)}, where Scr is
     * serum creatinine in mg/dL, and κ and α depend on sex.
     *
     * <p>Source: the CKD-EPI 2021 creatinine equation without race, Inker 2021, N Engl J Med 385:1737-1749,
     * doi:10.1056/NEJMoa2102953. The coefficients are data of the knowledge base.
     *
     * @param creatinine in mg/dL, above 0
     * @param age in years
     * @param coefficients keys {@code constant, kappa-female, kappa-male, alpha-female, alpha-male, max-exponent, age-base,
     *     female-factor}
     * @throws IllegalArgumentException when creatinine is not above 0 or a coefficient is missing
     */
    public static double ckdEpi(double creatinine, double age, boolean female, Map<String, Double> coefficients) {
        if (!(creatinine > 0)) {
            throw new IllegalArgumentException("Creatinine is " + creatinine + " mg/dL, but must be above 0");
        }
        double ratio = creatinine / coefficient(coefficients, female ? "kappa-female" : "kappa-male");
        return coefficient(coefficients, "constant")
                * Math.pow(Math.min(ratio, 1), coefficient(coefficients, female ? "alpha-female" : "alpha-male"))
                * Math.pow(Math.max(ratio, 1), coefficient(coefficients, "max-exponent"))
                * Math.pow(coefficient(coefficients, "age-base"), age)
                * (female ? coefficient(coefficients, "female-factor") : 1);
    }

    private static double coefficient(Map<String, Double> coefficients, String name) {
        Double value = coefficients.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The formula has no coefficient " + name);
        }
        return value;
    }
}
