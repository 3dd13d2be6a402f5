package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.List;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Sources;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.logic.TruthSet;
import org.lumbar.core.plan.Naming.Named;
import org.lumbar.core.plan.Reason.Word;

/**
 * An exclusion or a caution, compiled.
 *
 * @param reasons the one reason that it gives, by the place of the term that makes it true
 */
record CompiledRule(Condition condition, List<List<Reason>> reasons) {

    static CompiledRule of(Item.Rule rule, String pattern, Atoms atoms, Naming naming) {
        Condition condition = Condition.compile(rule.when(), atoms);
        List<List<Reason>> reasons = new ArrayList<>(condition.size());
        for (int place = 0; place < condition.size(); place++) {
            Named trigger = naming.triggering(condition.term(place));
            reasons.add(List.of(new Reason(
                    rule.id(),
                    trigger.needs() ? Reason.NEEDS : pattern,
                    trigger.words(),
                    rule.why(),
                    trigger.findings(),
                    null,
                    rule.sources())));
        }
        return new CompiledRule(condition, List.copyOf(reasons));
    }

    /** What is physical waits while a red flag is present. */
    static CompiledRule redFlag(Item item, Atoms atoms, Naming naming) {
        Condition condition = Condition.compile(new Expression.Finding(Vocabulary.RED_FLAG_PRESENT), atoms);
        Reason reason = new Reason(
                item.id() + "/red-flag",
                Reason.RED_FLAG,
                List.of(Word.of("flag", naming.present(condition.singleAtom()))),
                null,
                List.of(Vocabulary.RED_FLAG_PRESENT),
                null,
                Sources.NONE);
        return new CompiledRule(condition, List.of(List.of(reason)));
    }

    /** The reason, naming the findings that made the rule true; what is lacking is named as a need. */
    List<Reason> because(TruthSet truths) {
        return reasons.get(reasons.size() == 1 ? 0 : condition.firstTrue(truths));
    }
}
