package org.lumbar.core.record;

import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;

/**
 * The input is not what it claims to be. Carries one clear line: what was found, where, and what to do. The line never
 * holds a patient's name or other personal words, only element names and offending values. The message is the line in English.
 */
public final class UnusableRecord extends RuntimeException {

    private static final long serialVersionUID = 2L;

    private final String where;
    private final LocalizedText line;

    /** @param where resource and element, which are called the same in every language; empty for the input as a whole */
    public UnusableRecord(String where, LocalizedText whatAndAdvice) {
        this(where.isEmpty() ? whatAndAdvice : line(where, where, whatAndAdvice), where);
    }

    /** @param where a place that has words of its own, such as {@code line 17} */
    public UnusableRecord(LocalizedText where, LocalizedText whatAndAdvice) {
        this(line(where.en(), where.ru(), whatAndAdvice), where.en());
    }

    private UnusableRecord(LocalizedText line, String where) {
        super(line.en());
        this.line = line;
        this.where = where;
    }

    private static LocalizedText line(String en, String ru, LocalizedText whatAndAdvice) {
        return new LocalizedText(en + ": " + whatAndAdvice.en(), ru + ": " + whatAndAdvice.ru());
    }

    /** Resource and element, such as {@code Observation/pain.valueQuantity}; empty for the input as a whole. */
    public String where() {
        return where;
    }

    /** The line in a language. */
    public String in(Language language) {
        return line.in(language);
    }
}
