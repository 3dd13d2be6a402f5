package org.lumbar.server.my;

import org.lumbar.core.knowledge.Instrument;
import org.lumbar.core.knowledge.Pathway.FollowUp;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.server.page.Messages;

/** Says to patients what the knowledge base words for clinicians; what an edition has added is said as it stands there. */
final class PatientWords {

    private PatientWords() {}

    /** What comes next. */
    static String of(FollowUp due, Messages messages) {
        return say(key(due), due.text(), messages);
    }

    /** What a questionnaire is for. */
    static String of(Instrument instrument, Messages messages) {
        return say(key(instrument), instrument.about(), messages);
    }

    static String key(FollowUp due) {
        return "today.visit." + due.id();
    }

    static String key(Instrument instrument) {
        return "scale-form.about." + instrument.id();
    }

    private static String say(String key, LocalizedText otherwise, Messages messages) {
        return messages.has(key) ? messages.say(key) : messages.say(otherwise);
    }
}
