package org.lumbar.core.massage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.MassageSession;
import org.lumbar.core.knowledge.MassageSession.Kept;
import org.lumbar.core.knowledge.MassageSession.Technique;
import org.lumbar.core.knowledge.MassageSession.Variant;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.TreatmentPlan;

/**
 * Fits a massage to a patient and to the place of the session in its course. What the plan does not offer is not done; a step is
 * done only when what would leave it out is known to be absent.
 */
public final class MassagePlanner {

    private static final String STROKING = "massage-stroking";

    private final Map<String, Item> items = new HashMap<>();
    private final Atoms atoms;

    /** @param atoms of the planner that makes the plans */
    public MassagePlanner(KnowledgeBase knowledge, Atoms atoms) {
        knowledge.items().forEach(item -> items.put(item.id(), item));
        this.atoms = atoms;
    }

    /**
     * One session.
     *
     * @param number which session of the course it is, from 1
     * @param signed ids of the items of the signed plan
     */
    public Massage plan(MassageSession session, TreatmentPlan plan, int number, Set<String> signed) {
        Facts facts = new Facts(plan, atoms);
        List<Variant> variants = session.variants().stream()
                .filter(variant -> applies(variant, facts, number))
                .toList();
        Set<String> excluded = excluded(session, plan, variants);
        List<Massage.LeftOut> leftOut = new ArrayList<>();
        List<Massage.Step> steps = new ArrayList<>();
        Map<Integer, Double> gifts = new HashMap<>();
        for (Draft draft : drafts(session, variants, leftOut)) {
            Massage.LeftOut out = facts.leftOut(draft.step());
            if (out != null) {
                leftOut.add(out);
                gifts.merge(receiver(draft.step(), session), draft.minutes(), Double::sum);
            } else {
                Massage.Step step = step(draft, excluded);
                if (step.techniques().isEmpty()) {
                    leftOut.add(new Massage.LeftOut(draft.step(), List.of(), false));
                } else {
                    steps.add(step);
                }
            }
        }
        return new Massage(
                session,
                variants,
                steps.stream().map(step -> given(step, gifts)).toList(),
                leftOut,
                excluded.stream()
                        .map(items::get)
                        .filter(java.util.Objects::nonNull)
                        .toList(),
                besides(session, excluded, signed, number, steps));
    }

    private static boolean applies(Variant variant, Facts facts, int number) {
        Range sessions = variant.sessions();
        boolean now = sessions == null || (number >= sessions.least() && number <= sessions.most());
        Expression when = variant.when();
        boolean fits = when == null || facts.truth(when) == Truth.TRUE;
        boolean safe = variant.exclusions().stream().allMatch(one -> facts.truth(one) == Truth.FALSE);
        return now && fits && safe;
    }

    /** Techniques that the plan withholds or a variant leaves out, in the order of the session. */
    private Set<String> excluded(MassageSession session, TreatmentPlan plan, List<Variant> variants) {
        Set<String> named = new LinkedHashSet<>();
        session.steps().forEach(step -> named.addAll(step.techniques()));
        session.variants().forEach(one -> one.added().forEach(step -> named.addAll(step.techniques())));
        session.techniques().forEach(one -> named.add(one.item()));
        Set<String> offered = new HashSet<>();
        for (Recommendation one : plan.recommendations()) {
            if (one.status().offered()) {
                offered.add(one.item().id());
            }
        }
        Set<String> without = new HashSet<>();
        variants.forEach(one -> without.addAll(one.without()));
        named.removeIf(technique -> offered.contains(technique) && !without.contains(technique));
        return named;
    }

    private record Draft(int number, MassageSession.Step step, double minutes, List<String> without) {}

    /** The steps after the variants; those that a variant drops go to {@code leftOut}. */
    private static List<Draft> drafts(MassageSession session, List<Variant> variants, List<Massage.LeftOut> leftOut) {
        List<Draft> drafts = new ArrayList<>();
        Set<Integer> replaced = new HashSet<>();
        Set<Integer> halved = new HashSet<>();
        variants.forEach(one -> replaced.addAll(one.replaces()));
        variants.forEach(one -> halved.addAll(one.halved()));
        Set<Variant> begun = new HashSet<>();
        for (MassageSession.Step step : session.steps()) {
            if (replaced.contains(step.number())) {
                variants.stream()
                        .filter(one -> one.replaces().contains(step.number()) && begun.add(one))
                        .flatMap(one -> one.added().stream())
                        .forEach(added -> drafts.add(new Draft(0, added, added.minutes(), List.of())));
                leftOut.add(new Massage.LeftOut(step, List.of(), false));
                continue;
            }
            Draft draft = kept(step, variants);
            if (draft == null) {
                leftOut.add(new Massage.LeftOut(step, List.of(), false));
            } else {
                boolean half = halved.contains(step.number());
                drafts.add(
                        new Draft(step.number(), step, half ? draft.minutes() / 2 : draft.minutes(), draft.without()));
            }
        }
        return drafts;
    }

    /** The step as the variants keep it, the shortest of several; null when one of them drops it. */
    private static @Nullable Draft kept(MassageSession.Step step, List<Variant> variants) {
        double minutes = step.minutes();
        List<String> without = new ArrayList<>();
        for (Variant variant : variants) {
            if (variant.kept().isEmpty()) {
                continue;
            }
            Kept kept = variant.kept().stream()
                    .filter(one -> one.step() == step.number())
                    .findFirst()
                    .orElse(null);
            if (kept == null) {
                return null;
            }
            Double own = kept.minutes();
            minutes = own == null ? minutes : Math.min(minutes, own);
            without.addAll(kept.without());
        }
        return new Draft(step.number(), step, minutes, without);
    }

    private Massage.Step step(Draft draft, Set<String> excluded) {
        List<Item> techniques = draft.step().techniques().stream()
                .filter(one -> !excluded.contains(one) && !draft.without().contains(one))
                .map(items::get)
                .filter(java.util.Objects::nonNull)
                .toList();
        Item stroking = items.get(STROKING);
        boolean plain = techniques.isEmpty() && stroking != null && !excluded.contains(STROKING);
        return new Massage.Step(
                draft.number(), draft.step(), plain ? List.of(stroking) : techniques, draft.minutes(), plain);
    }

    /** The step that gets the minutes of one that is left out: the one it names, else the strokes that close the session. */
    private static int receiver(MassageSession.Step step, MassageSession session) {
        Integer named = step.minutesToStep();
        return named == null ? session.steps().getLast().number() : named;
    }

    private static Massage.Step given(Massage.Step step, Map<Integer, Double> gifts) {
        double more = step.number() == 0 ? 0 : gifts.getOrDefault(step.number(), 0.0);
        return new Massage.Step(step.number(), step.step(), step.techniques(), step.minutes() + more, step.plain());
    }

    private static List<Technique> besides(
            MassageSession session, Set<String> excluded, Set<String> signed, int number, List<Massage.Step> steps) {
        Set<String> named = new HashSet<>();
        session.steps().forEach(step -> named.addAll(step.techniques()));
        return session.techniques().stream()
                .filter(one -> !named.contains(one.item()))
                .filter(one -> signed.contains(one.item()) && !excluded.contains(one.item()))
                .filter(one -> number >= one.fromSession())
                .filter(one -> there(one.onlyInStep(), steps) && there(one.afterStep(), steps))
                .toList();
    }

    private static boolean there(@Nullable Integer number, List<Massage.Step> steps) {
        return number == null || steps.stream().anyMatch(step -> step.number() == number);
    }

    /** What is known of the patient, three-valued. */
    private record Facts(TreatmentPlan plan, Atoms atoms) {

        Truth truth(Expression expression) {
            return switch (expression) {
                case Expression.Finding finding -> {
                    int index = atoms.findingOrNone(finding.id());
                    yield index < 0 ? Truth.UNKNOWN : plan.findings().state(index);
                }
                case Expression.Comparison ignored -> Truth.UNKNOWN;
                case Expression.Not not -> truth(not.operand()).not();
                case Expression.All all -> all(all.operands());
                case Expression.Any any ->
                    all(any.operands().stream()
                                    .<Expression>map(Expression.Not::new)
                                    .toList())
                            .not();
            };
        }

        private Truth all(List<Expression> operands) {
            Truth truth = Truth.TRUE;
            for (Expression operand : operands) {
                Truth one = truth(operand);
                if (one == Truth.FALSE) {
                    return Truth.FALSE;
                }
                truth = one == Truth.UNKNOWN ? Truth.UNKNOWN : truth;
            }
            return truth;
        }

        /** Why a step is left out; null when nothing speaks against it. */
        Massage.@Nullable LeftOut leftOut(MassageSession.Step step) {
            for (Truth worst : List.of(Truth.TRUE, Truth.UNKNOWN)) {
                List<String> findings = new ArrayList<>();
                boolean speaks = false;
                for (Expression one : step.leaveOutWhen()) {
                    if (truth(one) == worst) {
                        speaks = true;
                        present(one, worst, findings);
                    }
                }
                if (speaks) {
                    return new Massage.LeftOut(
                            step, findings.stream().distinct().toList(), worst == Truth.UNKNOWN);
                }
            }
            return null;
        }

        /** The findings of an expression whose state decides it. */
        private void present(Expression expression, Truth state, List<String> into) {
            switch (expression) {
                case Expression.Finding finding -> {
                    if (truth(finding) == state) {
                        into.add(finding.id());
                    }
                }
                case Expression.All all -> all.operands().forEach(one -> present(one, state, into));
                case Expression.Any any -> any.operands().forEach(one -> present(one, state, into));
                case Expression.Not not -> present(not.operand(), state.not(), into);
                case Expression.Comparison ignored -> {}
            }
        }
    }
}
