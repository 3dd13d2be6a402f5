package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lumbar.core.finding.Findings;
import org.lumbar.core.finding.FindingsEngine;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.logic.TruthSet;
import org.lumbar.core.logic.Verdicts;
import org.lumbar.core.plan.Interview.Undecided;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.triage.Triage;

/**
 * Plans the treatment of one patient: findings, triage, diagnosis, one judgement for each item, a consistent whole, and the
 * reasons for all of it. Compiles a knowledge base once; then immutable, safe to share between threads, and without clock or
 * input of its own.
 */
public final class Planner {

    private final KnowledgeBase knowledge;
    private final Atoms atoms;
    private final FindingsEngine engine;
    private final List<CompiledItem> items = new ArrayList<>();
    /** The items that stand for others. */
    private final List<CompiledItem> groups;

    private final Map<String, CompiledItem> byId = new HashMap<>();
    private final RuleIndex exclusions;
    private final InteractionIndex interactions;
    private final Judge judge;
    private final Consistency consistency;
    private final Diagnoser diagnoser;
    private final Contents contents;
    private final Explainer explainer;
    private final Interview interview;
    private final Pathfinder pathfinder;
    private final Umbrellas umbrellas;
    private final Checks checks;
    private final List<RedFlag> redFlags;
    private final int[] redFlagAtoms;
    /** By standard, the items that it can recommend. */
    private final Map<Standard, List<CompiledItem>> recommendable = new EnumMap<>(Standard.class);

    /** Which items stand where, before anything is explained. */
    private record Judgement(Case patient, Status[] status, List<Consistency.GaveWay> gaveWay) {}

    /**
     * The outcome without its reasons, for runs over many patients.
     *
     * @param itemsByStatus item ids by status, in the order of the knowledge base; statuses without items are left out
     */
    public record Brief(
            String patientId,
            Triage triage,
            Diagnosis diagnosis,
            Map<Status, List<String>> itemsByStatus,
            List<Question> questions) {}

    public Planner(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
        this.atoms = new Atoms(
                knowledge.findings().stream().map(FindingDefinition::id).toList());
        Literals literals = new Literals(knowledge, atoms);
        Naming naming = new Naming(knowledge, literals);
        Gates gates = new Gates(knowledge.gates(), atoms);
        for (Item item : knowledge.items()) {
            CompiledItem compiled = new CompiledItem(items.size(), item, atoms, naming, gates);
            items.add(compiled);
            byId.put(item.id(), compiled);
        }
        this.groups = items.stream().filter(item -> item.umbrella).toList();
        this.exclusions = new RuleIndex(items, item -> item.exclusions);
        this.interactions = new InteractionIndex(knowledge);
        this.contents = new Contents(knowledge.items(), interactions);
        Doses doses = new Doses(knowledge, atoms);
        this.judge = new Judge(knowledge, atoms);
        this.consistency = new Consistency(knowledge, items, byId, interactions, doses);
        this.diagnoser = new Diagnoser(knowledge, atoms);
        this.interview = new Interview(knowledge);
        this.pathfinder = new Pathfinder(knowledge, atoms);
        this.redFlags = knowledge.redFlags();
        this.redFlagAtoms =
                redFlags.stream().mapToInt(flag -> atoms.finding(flag.id())).toArray();
        this.engine = new FindingsEngine(knowledge, atoms).freeze();
        for (Standard standard : Standard.values()) {
            recommendable.put(standard, recommendable(standard));
        }
        // Everything is compiled now, so all atoms are known.
        Changes changes = new Changes(knowledge, atoms, engine);
        literals.freeze();
        items.forEach(item -> item.freeze(literals));
        pathfinder.freeze();
        this.explainer = new Explainer(
                knowledge,
                atoms,
                literals,
                naming,
                changes,
                judge,
                interactions,
                doses,
                exclusions,
                new RuleIndex(items, item -> item.cautions),
                gates.lists());
        this.umbrellas = new Umbrellas(items, byId);
        this.checks = new Checks(knowledge, naming, interactions, items);
    }

    public KnowledgeBase knowledge() {
        return knowledge;
    }

    /** Number and names of the findings, for those who read {@link Findings} by index. */
    public Atoms atoms() {
        return atoms;
    }

    /**
     * Plans with all reasons.
     *
     * @throws org.lumbar.core.record.UnusableRecord when the record cannot be what it claims to be
     */
    public TreatmentPlan plan(PatientRecord record, PlanRequest request) {
        Judgement judged = judge(record, request);
        Case patient = judged.patient();
        Explanation explanation = new Explanation(explainer, patient, items, judged.status());
        List<Recommendation> recommendations = explain(judged, explanation);
        List<Undecided> undecided = new ArrayList<>();
        for (Recommendation recommendation : recommendations) {
            if (waits(recommendation.item(), recommendation.status())) {
                undecided.add(new Undecided(recommendation.item(), recommendation.missing()));
            }
        }
        return new TreatmentPlan(
                request,
                patient.country(),
                record.id(),
                record.sex(),
                patient.findings().measures().get(Vocabulary.AGE),
                patient.findings(),
                patient.triage(),
                diagnoser.of(record, patient),
                recommendations,
                interview.questions(
                        undecided, stoppable(judged), patient.triage().unanswered()),
                pathfinder.path(
                        patient, request.date(), recommendations, later -> foresee(patient.in(later, exclusions))),
                checks.of(patient, explanation::withheld));
    }

    /**
     * What {@link #plan} says of one item, without explaining the others; empty when there is no such item.
     *
     * @throws org.lumbar.core.record.UnusableRecord when the record cannot be what it claims to be
     */
    public Optional<Recommendation> recommendation(PatientRecord record, PlanRequest request, String item) {
        Judgement judged = judge(record, request);
        return items.stream()
                .filter(compiled -> compiled.item.id().equals(item))
                .map(compiled -> explain(
                        compiled,
                        judged,
                        new Explanation(explainer, judged.patient(), umbrellas.with(compiled), judged.status()),
                        reasons(judged)))
                .findFirst();
    }

    /**
     * What speaks against each item for this patient, and against several of them together.
     *
     * @throws org.lumbar.core.record.UnusableRecord when the record cannot be what it claims to be
     */
    public Weighing weighing(PatientRecord record, PlanRequest request) {
        Judgement judged = judge(record, request);
        return new Weighing(
                explainer,
                consistency,
                byId,
                judged.patient(),
                new Explanation(explainer, judged.patient(), List.of(), judged.status()));
    }

    /** Umbrellas come second, as they are explained from their members. */
    private List<Recommendation> explain(Judgement judged, Explanation explanation) {
        List<Reason>[] gaveWay = reasons(judged);
        Recommendation[] all = new Recommendation[items.size()];
        for (CompiledItem compiled : items) {
            if (!compiled.umbrella) {
                all[compiled.index] = explain(compiled, judged, explanation, gaveWay);
            }
        }
        for (CompiledItem group : groups) {
            all[group.index] = umbrellas.explain(group, judged.status(), member -> all[member], explanation);
        }
        return List.of(all);
    }

    /** An umbrella waits for what its members wait for; they ask. */
    private static boolean waits(Item item, Status status) {
        return status == Status.NEEDS_INFORMATION && !item.umbrella();
    }

    private Recommendation explain(
            CompiledItem compiled, Judgement judged, Explanation explanation, List<Reason>[] gaveWay) {
        if (compiled.umbrella) {
            return umbrellas.explain(
                    compiled,
                    judged.status(),
                    member -> explain(items.get(member), judged, explanation, gaveWay),
                    explanation);
        }
        return explanation.of(compiled, judged.status()[compiled.index], gaveWay[compiled.index]);
    }

    /**
     * Plans without explaining; statuses and questions are those of {@link #plan}.
     *
     * @throws org.lumbar.core.record.UnusableRecord when the record cannot be what it claims to be
     */
    public Brief brief(PatientRecord record, PlanRequest request) {
        Judgement judged = judge(record, request);
        Case patient = judged.patient();
        Map<Status, List<String>> byStatus = new EnumMap<>(Status.class);
        List<Undecided> undecided = new ArrayList<>();
        OpenQuestions open = explainer.openQuestions(patient);
        for (CompiledItem compiled : items) {
            Status status = judged.status()[compiled.index];
            byStatus.computeIfAbsent(status, s -> new ArrayList<>()).add(compiled.item.id());
            if (waits(compiled.item, status)) {
                undecided.add(new Undecided(compiled.item, open.of(compiled)));
            }
        }
        return new Brief(
                record.id(),
                patient.triage(),
                diagnoser.of(record, patient),
                byStatus,
                interview.questions(
                        undecided, stoppable(judged), patient.triage().unanswered()));
    }

    private Judgement judge(PatientRecord record, PlanRequest request) {
        Findings findings = engine.establish(record, request.date());
        Triage triage = Triage.decide(redFlags, redFlagAtoms, findings);
        Case patient = patient(findings, triage, country(record, request), request.standard());
        Status[] status = statuses(patient);
        List<Consistency.GaveWay> gaveWay = consistency.settle(status, patient);
        umbrellas.derive(status, patient.standard());
        return new Judgement(patient, status, gaveWay);
    }

    private Case patient(Findings findings, Triage triage, String country, Standard standard) {
        InteractionIndex.Exposure exposure = interactions.exposure(findings.medicines());
        BitSet allergic = contents.allergic(findings);
        BitSet duplicated = contents.duplicated(findings);
        BitSet unsafe = new BitSet(items.size());
        unsafe.or(exposure.withheld());
        unsafe.or(allergic);
        unsafe.or(duplicated);
        Verdicts state = new Verdicts(productByProduct(findings), atoms);
        return new Case(
                state,
                exclusions.items(Truth.TRUE, state),
                exclusions.items(Truth.UNKNOWN, state),
                findings,
                triage,
                standard,
                country,
                judge.licences(country),
                exposure,
                allergic,
                duplicated,
                unsafe);
    }

    /**
     * A medicine allergy withholds everything while nobody knows to what. Once every allergen is named, each product is judged
     * by its own ingredients.
     */
    private TruthSet productByProduct(Findings findings) {
        int allergy = atoms.findingOrNone(Vocabulary.DRUG_HYPERSENSITIVITY);
        if (!findings.allergensNamed() || allergy < 0 || !findings.truths().isTrue(allergy)) {
            return findings.truths();
        }
        TruthSet truths = findings.truths().copy();
        truths.set(allergy, Truth.FALSE);
        return truths;
    }

    /** The status of each item on its own; umbrellas stay out of it until their members are settled. */
    private Status[] statuses(Case patient) {
        Status[] status = new Status[items.size()];
        for (CompiledItem compiled : items) {
            status[compiled.index] = compiled.umbrella ? Status.NOT_INDICATED : judge.judge(compiled, patient);
        }
        return status;
    }

    /** Which items are recommended later; nothing else about them is asked, so no item is judged that cannot be. */
    private List<String> foresee(Case later) {
        List<CompiledItem> candidates = recommendable.getOrDefault(later.standard(), List.of());
        Status[] status = new Status[items.size()];
        Arrays.fill(status, Status.NOT_INDICATED);
        for (CompiledItem compiled : candidates) {
            if (later.state().holds(compiled.indicated)) {
                status[compiled.index] = judge.judge(compiled, later);
            }
        }
        consistency.settle(status, later);
        List<String> recommended = new ArrayList<>();
        for (CompiledItem compiled : candidates) {
            if (status[compiled.index] == Status.RECOMMENDED) {
                recommended.add(compiled.item.id());
            }
        }
        return recommended;
    }

    private List<CompiledItem> recommendable(Standard standard) {
        return items.stream()
                .filter(compiled -> !compiled.umbrella && compiled.offer(standard) == Item.Offer.RECOMMENDED)
                .toList();
    }

    private String country(PatientRecord record, PlanRequest request) {
        if (request.country() != null) {
            return request.country();
        }
        return record.country() == null ? knowledge.defaultCountry() : record.country();
    }

    /** By item, for what it gave way. */
    private static List<Reason>[] reasons(Judgement judged) {
        @SuppressWarnings("unchecked") // an array of lists that never leaves with another type
        List<Reason>[] reasons = (List<Reason>[]) new List<?>[judged.status().length];
        Arrays.fill(reasons, List.of());
        for (Consistency.GaveWay gaveWay : judged.gaveWay()) {
            List<Reason> before = reasons[gaveWay.item()];
            reasons[gaveWay.item()] =
                    before.isEmpty() ? List.of(gaveWay.reason()) : List.of(before.get(0), gaveWay.reason());
        }
        return reasons;
    }

    /** What an emergency would stop that nobody has ruled out: everything offered or undecided. */
    private List<Item> stoppable(Judgement judged) {
        if (judged.patient().triage().unanswered().stream()
                .noneMatch(flag -> flag.urgency().emergency())) {
            return List.of();
        }
        List<Item> stoppable = new ArrayList<>();
        for (CompiledItem compiled : items) {
            Status status = judged.status()[compiled.index];
            if (!compiled.umbrella && (status.offered() || status == Status.NEEDS_INFORMATION)) {
                stoppable.add(compiled.item);
            }
        }
        return stoppable;
    }

    /** Ids of all items, in the order of the knowledge base. */
    public Set<String> itemIds() {
        Set<String> ids = new java.util.LinkedHashSet<>();
        items.forEach(item -> ids.add(item.item.id()));
        return ids;
    }
}
