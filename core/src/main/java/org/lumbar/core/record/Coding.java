package org.lumbar.core.record;

import java.io.Serializable;

/**
 * A code of a system. ICD codes are held without dot, upper case, without the dagger and asterisk signs, so that prefixes
 * can be compared; {@link #display()} gives the usual spelling back.
 */
public record Coding(CodeSystem system, String code) implements Serializable {

    /** The code as people write it, ICD codes with their dot. */
    public String display() {
        boolean icd = system == CodeSystem.ICD10 || system == CodeSystem.ICD10_CM;
        return icd && code.length() > 3 ? code.substring(0, 3) + "." + code.substring(3) : code;
    }
}
