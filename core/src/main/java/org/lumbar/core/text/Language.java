package org.lumbar.core.text;

import java.util.Locale;
import java.util.Optional;

/** A language that every text exists in. */
public enum Language {
    EN,
    RU;

    /** The lower-case ISO 639-1 code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language with this ISO 639-1 code, in any case. */
    public static Optional<Language> of(String code) {
        for (Language language : values()) {
            if (language.code().equalsIgnoreCase(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
