package org.lumbar.core.text;

import java.io.Serializable;

/** One text in every language. Neither version is a fallback of the other, so neither may be blank. */
public record LocalizedText(String en, String ru) implements Serializable {

    public LocalizedText {
        if (en.isBlank() || ru.isBlank()) {
            throw new IllegalArgumentException(
                    "A text needs both languages, but has en=\"" + en + "\", ru=\"" + ru + "\"");
        }
    }

    public String in(Language language) {
        return switch (language) {
            case EN -> en;
            case RU -> ru;
        };
    }
}
