package org.lumbar.core.record;

/** The code systems that Lumbar understands; every other system is {@link #OTHER}. */
public enum CodeSystem {
    /** ICD-10 of the World Health Organization and its national versions with the same codes, among them the Russian one. */
    ICD10,
    /** ICD-10-CM of the United States; the same letters can mean something else there. */
    ICD10_CM,
    SNOMED,
    LOINC,
    ATC,
    RXNORM,
    /** Ids of the measures of the knowledge base, for scores that no other system has a code for. */
    MEASURE,
    OTHER
}
