package org.lumbar.core.finding;

/** The few ids of the knowledge base that the program itself gives a meaning to. Everything else it only looks up. */
public final class Vocabulary {

    /** Completed years at the day of the plan, from the birth date. */
    public static final String AGE = "age";
    /** Body weight in kilograms. */
    public static final String WEIGHT = "weight-kg";
    /** Days since the episode began: answered, else from the onset of a diagnosis of back pain. */
    public static final String SYMPTOM_DAYS = "symptom-days";

    /** Pain now, from 0 to 10. */
    public static final String PAIN = "pain-nrs";

    public static final String EGFR = "egfr";
    public static final String CREATININE = "creatinine-mg-dl";

    public static final String SEX_FEMALE = "sex-female";
    public static final String SEX_MALE = "sex-male";
    public static final String RED_FLAG_PRESENT = "red-flag-present";
    public static final String DIAGNOSIS_CONFIRMED = "diagnosis-confirmed";
    public static final String LOW_BACK_PAIN = "low-back-pain";
    /** Decided for each item on its own ingredients, besides the general answer. */
    public static final String DRUG_HYPERSENSITIVITY = "drug-hypersensitivity";
    /** Findings whose conditions date the episode. */
    public static final String DIAGNOSED_PREFIX = "diagnosed-";

    /** The published formula that estimates renal function. */
    public static final String CKD_EPI_2021 = "ckd-epi-2021";

    private Vocabulary() {}
}
