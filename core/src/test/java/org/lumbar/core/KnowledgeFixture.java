package org.lumbar.core;

import static org.lumbar.core.CoreFixtures.TODAY;
import static org.lumbar.core.CoreFixtures.request;
import static org.lumbar.core.CoreFixtures.source;
import static org.lumbar.core.CoreFixtures.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Findings;
import org.lumbar.core.finding.FindingsEngine;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.Choice;
import org.lumbar.core.knowledge.Compatibility;
import org.lumbar.core.knowledge.DiagnosisTerm;
import org.lumbar.core.knowledge.DrugClass;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.Formulary;
import org.lumbar.core.knowledge.Gate;
import org.lumbar.core.knowledge.Interaction;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Level;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.knowledge.MedicineCodes;
import org.lumbar.core.knowledge.MovementTerms;
import org.lumbar.core.knowledge.Pathway;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Sources;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.knowledge.Substance;
import org.lumbar.core.knowledge.Urgency;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.LocalizedText;

/** A knowledge base in the making, small enough to see whole. */
public final class KnowledgeFixture {

    private final Map<String, FindingDefinition> findings = new LinkedHashMap<>();
    private final List<RedFlag> redFlags = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();
    private final Map<String, Map<String, Double>> formulas = new HashMap<>();
    private final List<DiagnosisTerm> syndromes = new ArrayList<>();
    private final List<DiagnosisTerm> phases = new ArrayList<>();
    private final List<DiagnosisTerm> severities = new ArrayList<>();
    private final List<Substance> substances = new ArrayList<>();
    private final Map<String, List<String>> ofRxNorm = new HashMap<>();
    private final Map<String, List<String>> atcOfIngredient = new HashMap<>();
    private final Map<String, List<String>> ofAtc = new HashMap<>();
    private final List<Item> items = new ArrayList<>();
    private final List<Interaction> interactions = new ArrayList<>();
    private final Map<String, Formulary> formularies = new HashMap<>();
    private final List<Choice> choices = new ArrayList<>();
    private final List<Compatibility> compatibilities = new ArrayList<>();
    private final List<Gate> gates = new ArrayList<>();
    private final List<Pathway.Stage> stages = new ArrayList<>();
    private final List<Pathway.Goal> goals = new ArrayList<>();
    private final List<Pathway.FollowUp> followUps = new ArrayList<>();
    private final List<Pathway.Advice> safetyNet = new ArrayList<>();
    private final List<Pathway.Advice> stopRules = new ArrayList<>();
    private final List<DrugClass> classes = new ArrayList<>();
    private final Map<String, LocalizedText> ownTexts = new HashMap<>();

    private KnowledgeFixture() {}

    /** Begins with the findings that the program itself names. */
    public static KnowledgeFixture knowledge() {
        return bare().finding(
                        FindingFixture.finding(Vocabulary.RED_FLAG_PRESENT).assumedAbsent())
                .finding(FindingFixture.finding(Vocabulary.DIAGNOSIS_CONFIRMED).assumedAbsent());
    }

    /** Begins with nothing, which is enough to establish findings but not to plan. */
    public static KnowledgeFixture bare() {
        return new KnowledgeFixture();
    }

    /** Adds a finding, or replaces the one with its id. */
    public KnowledgeFixture finding(FindingFixture finding) {
        FindingDefinition built = finding.build();
        findings.put(built.id(), built);
        return this;
    }

    /** Adds findings that must be asked. */
    public KnowledgeFixture findings(String... ids) {
        Arrays.stream(ids).map(FindingFixture::finding).forEach(this::finding);
        return this;
    }

    public KnowledgeFixture redFlag(String id, Urgency urgency) {
        return redFlag(FindingFixture.finding(id), id, urgency);
    }

    public KnowledgeFixture redFlag(FindingFixture finding, String id, Urgency urgency) {
        finding(finding);
        redFlags.add(new RedFlag(id, urgency, text(id + " suspected"), text(id + " action"), source(id), false));
        return this;
    }

    public KnowledgeFixture measure(MeasureFixture measure) {
        measures.add(measure.build());
        return this;
    }

    public KnowledgeFixture formula(String name, Map<String, Double> coefficients) {
        formulas.put(name, coefficients);
        return this;
    }

    public KnowledgeFixture syndrome(DiagnosisTerm term) {
        syndromes.add(term);
        return this;
    }

    public KnowledgeFixture phase(DiagnosisTerm term) {
        phases.add(term);
        return this;
    }

    public KnowledgeFixture severity(DiagnosisTerm term) {
        severities.add(term);
        return this;
    }

    public KnowledgeFixture substance(String id, Substance.Ceiling... ceilings) {
        return substance(id, List.of(), ceilings);
    }

    public KnowledgeFixture substance(String id, List<String> ofClasses, Substance.Ceiling... ceilings) {
        substances.add(new Substance(id, text(id), List.of(), List.of(), List.of(), ofClasses, List.of(ceilings)));
        return this;
    }

    /** An RxNorm code and what is in it. */
    public KnowledgeFixture rxnorm(String code, String... ingredients) {
        ofRxNorm.put(code, List.of(ingredients));
        return this;
    }

    public KnowledgeFixture atcOf(String ingredient, String... codes) {
        atcOfIngredient.put(ingredient, List.of(codes));
        return this;
    }

    public KnowledgeFixture ingredientsOfAtc(String code, String... ingredients) {
        ofAtc.put(code, List.of(ingredients));
        return this;
    }

    public KnowledgeFixture item(ItemFixture item) {
        items.add(item.build());
        return this;
    }

    public KnowledgeFixture interaction(Interaction interaction) {
        interactions.add(interaction);
        return this;
    }

    public KnowledgeFixture licence(String country, String item, boolean licensed) {
        Map<String, Formulary.Entry> medicines = new HashMap<>();
        Formulary known = formularies.get(country);
        if (known != null) {
            medicines.putAll(known.medicines());
        }
        medicines.put(
                item, new Formulary.Entry(licensed, "none", text("note on " + item), source("licence of " + item)));
        formularies.put(country, new Formulary(country, text("land of " + country), medicines));
        return this;
    }

    public KnowledgeFixture choice(String id, int atMost, String... bestFirst) {
        Map<Standard, List<String>> order = Map.of(Standard.COMPREHENSIVE, List.of(bestFirst));
        choices.add(new Choice(id, text(id), atMost, order, text("why " + id), source(id)));
        return this;
    }

    /** Two items as procedures. */
    public KnowledgeFixture together(String a, String b, Compatibility.Relation relation) {
        compatibilities.add(new Compatibility(
                procedure(a), procedure(b), relation, null, text("why " + a + " and " + b), source(a + "+" + b)));
        return this;
    }

    private static Compatibility.Procedure procedure(String item) {
        return new Compatibility.Procedure(item, null, List.of(), List.of());
    }

    public KnowledgeFixture gate(Gate gate) {
        gates.add(gate);
        return this;
    }

    /** A stage that ends on a day of the episode and leads to the next; null when it does not. */
    public KnowledgeFixture stage(
            String id, Expression when, Map<String, Boolean> findings, @Nullable Integer toDay, @Nullable String next) {
        stages.add(new Pathway.Stage(
                id, text(id), when, findings, null, toDay, text("aim"), 7, text("on when"), text("back when"), next));
        return this;
    }

    public KnowledgeFixture goal(String id, Expression when) {
        goals.add(new Pathway.Goal(id, when, text(id), null, null, null, null, null, source(id)));
        return this;
    }

    public KnowledgeFixture followUp(String id, Expression when, int inDays) {
        followUps.add(new Pathway.FollowUp(id, when, inDays, text(id), List.of(), source(id)));
        return this;
    }

    public KnowledgeFixture safetyNet(String id, Expression when, String... categories) {
        safetyNet.add(advice(id, when, categories));
        return this;
    }

    public KnowledgeFixture stopRule(String id, Expression when, String... categories) {
        stopRules.add(advice(id, when, categories));
        return this;
    }

    private static Pathway.Advice advice(String id, Expression when, String... categories) {
        return new Pathway.Advice(id, when, List.of(categories), List.of(), text(id), source(id));
    }

    public KnowledgeFixture drugClass(String id, String... atc) {
        classes.add(new DrugClass(id, text(id), List.of(atc)));
        return this;
    }

    public KnowledgeBase build() {
        return new KnowledgeBase(
                "1",
                "0",
                TODAY,
                TODAY,
                text("made up"),
                "AA",
                List.copyOf(findings.values()),
                redFlags,
                measures,
                formulas,
                syndromes,
                phases,
                severities,
                substances,
                new MedicineCodes(ofRxNorm, atcOfIngredient, ofAtc, Map.of()),
                items,
                List.of(),
                interactions,
                Map.of(),
                compatibilities,
                formularies,
                choices,
                List.of(),
                gates,
                new Pathway(stages, goals, followUps, safetyNet, stopRules, List.of(), List.of()),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                classes,
                List.of(),
                new MovementTerms(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Sources(List.of(), List.of(), true, List.of())),
                List.of(),
                List.of(),
                texts());
    }

    /** Adds sentence patterns. */
    public KnowledgeFixture texts(Map<String, LocalizedText> patterns) {
        ownTexts.putAll(patterns);
        return this;
    }

    private Map<String, LocalizedText> texts() {
        Map<String, LocalizedText> texts = new HashMap<>(ownTexts);
        texts.put("condition.not", new LocalizedText("no {finding}", "нет: {finding}"));
        Arrays.stream(Urgency.values()).forEach(level -> texts.put("triage." + level.id(), text(level.id())));
        Arrays.stream(Level.values()).forEach(level -> texts.put("interaction." + level.id(), text(level.id())));
        Arrays.stream(Standard.values()).forEach(level -> texts.put("standard." + level.id(), text(level.id())));
        return texts;
    }

    public Planner planner() {
        return new Planner(build());
    }

    public TreatmentPlan plan(PersonFixture person) {
        return planner().plan(person.record(), request());
    }

    /** What the plan says of one item. */
    public Recommendation of(String item, PersonFixture person) {
        return plan(person).recommendations().stream()
                .filter(one -> one.item().id().equals(item))
                .findFirst()
                .orElseThrow();
    }

    /** What is established of a person, without planning. */
    public Findings findings(PersonFixture person) {
        KnowledgeBase built = build();
        return new FindingsEngine(built, atoms(built)).freeze().establish(person.record(), TODAY);
    }

    /** The state of one finding. */
    public Truth state(String finding, PersonFixture person) {
        KnowledgeBase built = build();
        return findings(person).state(atoms(built).finding(finding));
    }

    private static Atoms atoms(KnowledgeBase built) {
        return new Atoms(built.findings().stream().map(FindingDefinition::id).toList());
    }
}
