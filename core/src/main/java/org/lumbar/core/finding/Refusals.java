package org.lumbar.core.finding;

import java.util.Map;
import org.lumbar.core.record.UnusableRecord;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.core.text.Sentences;

/** Puts into words why a record cannot be used. */
final class Refusals {

    private static final Sentences SENTENCES = Sentences.beside(Refusals.class, "refusals");

    private Refusals() {}

    static UnusableRecord of(String ref, String key) {
        return new UnusableRecord(ref, SENTENCES.say(key));
    }

    static UnusableRecord of(String ref, String key, Map<String, Object> values) {
        return new UnusableRecord(ref, SENTENCES.say(key, values));
    }

    static LocalizedText say(String key) {
        return SENTENCES.say(key);
    }
}
