package org.lumbar.knowledge;

import org.jspecify.annotations.Nullable;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;

/** Reads a text in every language. */
final class Bilingual {

    /** Stands in for a text that was refused. */
    static final LocalizedText NO_TEXT = new LocalizedText("?", "?");

    private static final int LANGUAGES = Language.values().length;

    private Bilingual() {}

    static LocalizedText text(Entry entry, Node node, String key) {
        if (!(node instanceof Node.Fields both)) {
            entry.error(node, key + " should have both languages", "Write {en: …, ru: …}.");
            return NO_TEXT;
        }
        String en = in(both, "en");
        String ru = in(both, "ru");
        if (both.keys().size() > LANGUAGES) {
            others(entry, both, key);
        }
        if (en != null && ru != null) {
            return new LocalizedText(en, ru);
        }
        entry.error(node, key + " lacks " + (en == null ? "en" : "ru"), "Every text exists in both languages.");
        return NO_TEXT;
    }

    private static void others(Entry entry, Node.Fields both, String key) {
        for (String language : both.keys()) {
            if (!language.equals("en") && !language.equals("ru")) {
                entry.error(both, key + " has the language " + language, "Texts exist in en and ru.");
            }
        }
    }

    private static @Nullable String in(Node.Fields both, String code) {
        return both.get(code) instanceof Node.Text text && !text.value().isBlank() ? text.value() : null;
    }
}
