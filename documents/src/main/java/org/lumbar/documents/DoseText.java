package org.lumbar.documents;

import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.plan.DoseAdvice;
import org.lumbar.core.text.Language;

/** Doses in the words that plans use for them, for other views of the same plan. One for each thread. */
public final class DoseText {

    private final Regimen regimen;

    public DoseText(KnowledgeBase knowledge, Language language) {
        this.regimen = new Regimen(new Words(knowledge, language));
    }

    /** How much, how often, how long. */
    public String of(DoseAdvice dose) {
        return regimen.of(dose);
    }
}
