package org.lumbar.core.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Interval;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Pathway;
import org.lumbar.core.knowledge.Pathway.Advice;
import org.lumbar.core.knowledge.Pathway.Stage;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Condition;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.logic.TruthSet;
import org.lumbar.core.logic.Verdicts;
import org.lumbar.core.plan.CarePath.DatedFollowUp;
import org.lumbar.core.plan.CarePath.StagePlan;

/**
 * Lays the plan out in time. Later stages are foreseen by the same judge: the patient as they are, with the findings of that
 * stage in place of today's.
 */
final class Pathfinder {

    /** The longest chain of stages that is laid out. */
    private static final int HORIZON = 3;

    private static final class CompiledStage {
        final Stage stage;
        final Condition when;
        /** The atoms that it says something of, and the numbers of the conditions that mention one. */
        private Map<Integer, Truth> said = Map.of();

        private int[] touched = {};

        CompiledStage(Stage stage, Condition when) {
            this.stage = stage;
            this.when = when;
        }

        /** Called once every condition is compiled. */
        void freeze(Atoms atoms) {
            said = stage.findings().entrySet().stream()
                    .collect(Collectors.toMap(
                            finding -> atoms.finding(finding.getKey()), finding -> Truth.of(finding.getValue())));
            touched = IntStream.range(0, atoms.conditions())
                    .filter(number ->
                            IntStream.of(atoms.condition(number).atoms()).anyMatch(said::containsKey))
                    .toArray();
        }

        /** What will hold in it for somebody who is not in it yet. */
        Verdicts foreseen(Verdicts now) {
            TruthSet truths = now.truths().copy();
            said.forEach(truths::set);
            return now.in(truths, touched);
        }
    }

    private record Conditional<T>(T what, Condition when) {}

    /** Advice and the categories that it is for, by their numbers; none when it is for every plan. */
    private record CompiledAdvice(Advice advice, Condition when, BitSet categories) {}

    private final Map<String, CompiledStage> stages = new HashMap<>();
    private final List<CompiledStage> order = new ArrayList<>();
    private final List<Conditional<Pathway.Goal>> goals = new ArrayList<>();
    private final List<Conditional<Pathway.FollowUp>> followUps = new ArrayList<>();
    private final List<CompiledAdvice> safetyNet = new ArrayList<>();
    private final List<CompiledAdvice> stopRules = new ArrayList<>();
    private final Map<String, Integer> categories = new HashMap<>();
    /** The longest course of an item in days, where it has one. */
    private final Map<String, Integer> courses = new HashMap<>();
    /** By the place of an item, the number of its category. */
    private final int[] categoryOf;

    private final Atoms atoms;

    Pathfinder(KnowledgeBase knowledge, Atoms atoms) {
        this.atoms = atoms;
        Pathway pathway = knowledge.pathway();
        for (Stage stage : pathway.stages()) {
            CompiledStage compiled = new CompiledStage(stage, Condition.compile(stage.when(), atoms));
            stages.put(stage.id(), compiled);
            order.add(compiled);
        }
        pathway.goals().forEach(goal -> goals.add(conditional(goal, goal.when())));
        pathway.followUps().forEach(followUp -> followUps.add(conditional(followUp, followUp.when())));
        this.categoryOf = knowledge.items().stream()
                .mapToInt(item -> category(item.category()))
                .toArray();
        for (Item item : knowledge.items()) {
            if (item.dose() != null && item.dose().daysMax() != null) {
                courses.put(item.id(), item.dose().daysMax());
            }
        }
        pathway.safetyNet().forEach(advice -> safetyNet.add(compile(advice)));
        pathway.stopRules().forEach(advice -> stopRules.add(compile(advice)));
    }

    /** Called once every condition is compiled. */
    void freeze() {
        order.forEach(stage -> stage.freeze(atoms));
    }

    private <T> Conditional<T> conditional(T what, Expression when) {
        return new Conditional<>(what, Condition.compile(when, atoms));
    }

    private int category(String id) {
        return categories.computeIfAbsent(id, fresh -> categories.size());
    }

    private CompiledAdvice compile(Advice advice) {
        BitSet numbers = new BitSet();
        advice.categories().forEach(id -> numbers.set(category(id)));
        return new CompiledAdvice(advice, Condition.compile(advice.when(), atoms), numbers);
    }

    /** Foresees which items are recommended in another state of the patient. */
    interface Foresight {
        List<String> recommended(Verdicts later);
    }

    /** @param now a recommendation for each item, in the order of the knowledge base */
    CarePath path(Case patient, LocalDate date, List<Recommendation> now, Foresight foresight) {
        BitSet offered = categories(now);
        if (patient.triage().level().emergency()) {
            return new CarePath(List.of(), List.of(), List.of(), applicable(safetyNet, patient, offered), List.of());
        }
        List<DatedFollowUp> dated = new ArrayList<>();
        for (Conditional<Pathway.FollowUp> followUp : followUps) {
            if (patient.state().holds(followUp.when())) {
                dated.add(new DatedFollowUp(
                        followUp.what(), date.plusDays(followUp.what().inDays())));
            }
        }
        dated.sort(java.util.Comparator.comparing(DatedFollowUp::on));
        return new CarePath(
                holding(goals, patient),
                stages(patient, date, now, foresight),
                dated,
                applicable(safetyNet, patient, offered),
                applicable(stopRules, patient, offered));
    }

    /** The categories of everything that is offered. */
    private BitSet categories(List<Recommendation> recommendations) {
        BitSet offered = new BitSet();
        for (int i = 0; i < categoryOf.length; i++) {
            if (recommendations.get(i).status().offered()) {
                offered.set(categoryOf[i]);
            }
        }
        return offered;
    }

    private static List<Advice> applicable(List<CompiledAdvice> all, Case patient, BitSet offered) {
        List<Advice> found = new ArrayList<>();
        for (CompiledAdvice one : all) {
            if (patient.state().holds(one.when())
                    && (one.categories().isEmpty() || one.categories().intersects(offered))) {
                found.add(one.advice());
            }
        }
        return found;
    }

    private static <T> List<T> holding(List<Conditional<T>> all, Case patient) {
        List<T> found = new ArrayList<>();
        for (Conditional<T> one : all) {
            if (patient.state().holds(one.when())) {
                found.add(one.what());
            }
        }
        return found;
    }

    private @Nullable CompiledStage current(Case patient) {
        for (CompiledStage stage : order) {
            if (patient.state().holds(stage.when)) {
                return stage;
            }
        }
        return null;
    }

    private List<StagePlan> stages(Case patient, LocalDate date, List<Recommendation> now, Foresight foresight) {
        CompiledStage current = current(patient);
        if (current == null) {
            return List.of();
        }
        List<StagePlan> plans = new ArrayList<>(HORIZON);
        LocalDate start = date;
        Interval episode = patient.findings().measures().get(Vocabulary.SYMPTOM_DAYS);
        List<String> begun = recommended(now);
        List<String> items = begun;
        CompiledStage stage = current;
        while (stage != null && plans.size() < HORIZON) {
            LocalDate end = end(stage.stage, date, episode);
            plans.add(new StagePlan(stage.stage, start, end, start.plusDays(stage.stage.reviewDays()), items));
            String next = stage.stage.next();
            if (end == null || next == null) {
                break;
            }
            start = end.plusDays(1);
            stage = stages.get(next);
            if (stage != null) {
                items = new ArrayList<>(foresight.recommended(stage.foreseen(patient.state())));
                long days = ChronoUnit.DAYS.between(date, start);
                items.removeIf(item -> begun.contains(item) && courses.getOrDefault(item, Integer.MAX_VALUE) <= days);
            }
        }
        return plans;
    }

    /** What is recommended today. A course that begins with it and is over before a later stage is not foreseen there again. */
    private static List<String> recommended(List<Recommendation> now) {
        List<String> items = new ArrayList<>();
        for (Recommendation recommendation : now) {
            if (recommendation.status() == Status.RECOMMENDED
                    && !recommendation.item().umbrella()) {
                items.add(recommendation.item().id());
            }
        }
        return items;
    }

    private static @Nullable LocalDate end(Stage stage, LocalDate date, @Nullable Interval episode) {
        if (stage.toDay() == null || episode == null) {
            return null;
        }
        long left = (long) (stage.toDay() - episode.most());
        return date.plusDays(Math.max(left, 0));
    }
}
