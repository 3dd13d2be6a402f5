package org.lumbar.core.record;

/**
 * The input is not what it claims to be. Carries one clear line: what was found, where, and what to do. The line never
 * holds a patient's name or other personal words, only element names and offending values.
 */
public final class UnusableRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String where;

    public UnusableRecord(String where, String whatAndAdvice) {
        super(where.isEmpty() ? whatAndAdvice : where + ": " + whatAndAdvice);
        this.where = where;
    }

    /** Resource and element, such as {@code Observation/pain.valueQuantity}; empty for the input as a whole. */
    public String where() {
        return where;
    }
}
