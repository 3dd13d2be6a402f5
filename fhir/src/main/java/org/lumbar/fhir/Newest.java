package org.lumbar.fhir;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.Entry.Answer;

/** Which responses hold the newest answer to each question. Responses without date are older than any other. */
final class Newest {

    private static final Comparator<@Nullable Moment> OLDEST_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    private final Map<String, @Nullable Moment> authored = new HashMap<>();

    Newest(List<Draft> drafts) {
        for (Draft draft : drafts) {
            if (draft instanceof Draft.Answered answered) {
                for (Answer answer : answered.answers()) {
                    add(answer.linkId(), answered.authored());
                }
            }
        }
    }

    private void add(String linkId, @Nullable Moment moment) {
        if (!authored.containsKey(linkId) || OLDEST_FIRST.compare(moment, authored.get(linkId)) > 0) {
            authored.put(linkId, moment);
        }
    }

    /** True when no other response has a newer answer to the question. */
    boolean isFrom(Draft.Answered response, String linkId) {
        return OLDEST_FIRST.compare(response.authored(), authored.get(linkId)) == 0;
    }
}
