package org.lumbar.core.plan;

import java.util.List;
import org.lumbar.core.knowledge.FindingDefinition.AskedOf;
import org.lumbar.core.text.LocalizedText;

/**
 * Something to ask, because an answer can change the plan.
 *
 * @param finding id of a finding or a measure
 * @param decides items that an answer can decide
 */
public record Question(String finding, LocalizedText text, AskedOf askedOf, List<String> decides) {
    public Question {
        decides = List.copyOf(decides);
    }
}
