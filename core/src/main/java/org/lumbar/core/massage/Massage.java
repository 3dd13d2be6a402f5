package org.lumbar.core.massage;

import java.util.List;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.MassageSession;

/**
 * One massage for one patient.
 *
 * @param variants courses of the session that hold for this patient and this time, in their order
 * @param steps in order; empty when nothing may be done
 * @param leftOut steps that this patient does not get
 * @param excluded techniques that are not used at all
 * @param besides techniques of the signed plan that the steps do not name and that may be used this time
 */
public record Massage(
        MassageSession session,
        List<MassageSession.Variant> variants,
        List<Step> steps,
        List<LeftOut> leftOut,
        List<Item> excluded,
        List<MassageSession.Technique> besides) {

    public Massage {
        variants = List.copyOf(variants);
        steps = List.copyOf(steps);
        leftOut = List.copyOf(leftOut);
        excluded = List.copyOf(excluded);
        besides = List.copyOf(besides);
    }

    /**
     * One zone.
     *
     * @param number of the step in the session as it is written; 0 for one of a variant
     * @param techniques in order, without those that are excluded
     * @param plain strokes take the place of its techniques, all of which are excluded
     */
    public record Step(int number, MassageSession.Step step, List<Item> techniques, double minutes, boolean plain) {
        public Step {
            techniques = List.copyOf(techniques);
        }
    }

    /**
     * A step that is left out.
     *
     * @param findings ids of the findings that leave it out; empty when a variant does
     * @param unknown nobody knows whether they hold
     */
    public record LeftOut(MassageSession.Step step, List<String> findings, boolean unknown) {
        public LeftOut {
            findings = List.copyOf(findings);
        }
    }

    /** Length of all steps, in minutes. */
    public double minutes() {
        return steps.stream().mapToDouble(Step::minutes).sum();
    }
}
