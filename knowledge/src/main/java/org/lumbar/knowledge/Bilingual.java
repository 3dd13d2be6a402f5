package org.lumbar.knowledge;

import org.jspecify.annotations.Nullable;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;

/** Reads a text in every language. */
final class Bilingual {

    /** Stands in for a text that was refused. */
    static final LocalizedText NO_TEXT = new LocalizedText("?", "?");

    private Bilingual() {}

    static LocalizedText text(Entry entry, Node node, String key) {
        if (!(node instanceof Node.Fields both)) {
            entry.error(node, key + " should have both languages", "Write {en: …, ru: …}.");
            return NO_TEXT;
        }
        both.nodes().forEach((language, text) -> {
            if (Language.of(language).isEmpty()) {
                entry.error(text, key + " has the language " + language, "Texts exist in en and ru.");
            }
        });
        String en = in(both, "en");
        String ru = in(both, "ru");
        if (en != null && ru != null) {
            return new LocalizedText(en, ru);
        }
        entry.error(node, key + " lacks " + (en == null ? "en" : "ru"), "Every text exists in both languages.");
        return NO_TEXT;
    }

    private static @Nullable String in(Node.Fields both, String code) {
        return both.nodes().get(code) instanceof Node.Text text && !text.value().isBlank() ? text.value() : null;
    }
}
