package org.lumbar.core.plan;

import java.util.stream.Collectors;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;

/** Puts reasons into words, from the patterns of the knowledge base. */
public final class Wording {

    private final KnowledgeBase knowledge;
    private final Language language;

    public Wording(KnowledgeBase knowledge, Language language) {
        this.knowledge = knowledge;
        this.language = language;
    }

    public Language language() {
        return language;
    }

    public String say(LocalizedText text) {
        return text.in(language);
    }

    /** The text with this key, without filling places. */
    public String say(String key) {
        return knowledge.text(key).in(language);
    }

    /** A reason as one or more sentences. */
    public String say(Reason reason) {
        String sentence = say(reason.pattern());
        for (Reason.Word word : reason.words()) {
            String value = word.values().stream().map(this::say).collect(Collectors.joining(", "));
            sentence = sentence.replace("{" + word.place() + "}", value);
        }
        StringBuilder all = new StringBuilder(capitalize(sentence));
        append(all, reason.why());
        append(all, reason.advice());
        return all.toString();
    }

    private void append(StringBuilder all, @org.jspecify.annotations.Nullable LocalizedText more) {
        if (more != null) {
            all.append(' ').append(capitalize(say(more)));
        }
    }

    private static String capitalize(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
