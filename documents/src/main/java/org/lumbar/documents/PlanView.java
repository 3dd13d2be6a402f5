package org.lumbar.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.finding.Interval;
import org.lumbar.core.knowledge.Citation;
import org.lumbar.core.knowledge.Conflict;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.Guideline;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.knowledge.Sources;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.LocalizedText;

/**
 * A plan in words, piece by piece, for pages that lay it out themselves: its head, its items by status, and the whole reasoning
 * behind one of them. Not for sharing between threads.
 */
public final class PlanView {

    private final TreatmentPlan plan;
    private final Words words;
    private final PlanSheet sheet;
    private final Headline headline;
    private final Regimen regimen;
    private final UnaryOperator<String> entryNames;

    /**
     * A view in the language of the plan.
     *
     * @param knowledge the one that the plan was made with
     * @param entryNames names an entry of the record, given its reference such as {@code Condition/ID}
     */
    public PlanView(TreatmentPlan plan, KnowledgeBase knowledge, UnaryOperator<String> entryNames) {
        this.plan = plan;
        this.entryNames = entryNames;
        this.words = new Words(knowledge, plan.request().language());
        this.sheet = new PlanSheet(plan, words);
        this.headline = new Headline(plan, words, entryNames);
        this.regimen = new Regimen(words);
    }

    /** What a warning sign means, what to do about it, and which entries raised it. */
    public record Flag(String suspected, String action, String because) {}

    /**
     * An item in a list.
     *
     * @param how dose or course; may be empty
     * @param why in one phrase
     * @param notes what to mind with it
     * @param gates steps that come before or along with it
     * @param dosed true for what a prescriber has to order
     * @param movement true for a single exercise
     */
    public record Card(
            String id,
            String name,
            String how,
            String why,
            List<String> notes,
            List<String> gates,
            boolean dosed,
            boolean movement) {
        public Card {
            notes = List.copyOf(notes);
            gates = List.copyOf(gates);
        }
    }

    /** Cards of one category. */
    public record Group(String label, boolean movements, List<Card> cards) {
        public Group {
            cards = List.copyOf(cards);
        }
    }

    /** Something that is known of the patient, and the entries or the answer that say so. */
    public record Fact(String text, List<String> evidence) {
        public Fact {
            evidence = List.copyOf(evidence);
        }
    }

    /** A source written out. */
    public record Source(String id, String text, String url, String seen) {}

    /** Something with its label. */
    public record Labelled(String label, String text) {}

    /**
     * Why an item stands where it does.
     *
     * @param rules what decided, each with the name of its rule
     * @param missing what has to be known first
     * @param changes what would give it another status
     * @param positions what each guideline says of it
     * @param limits what was not checked or is disputed
     */
    public record Explanation(
            Card card,
            Status status,
            String statusWord,
            String about,
            List<Fact> facts,
            List<Labelled> rules,
            List<String> missing,
            List<String> changes,
            String evidence,
            List<Labelled> positions,
            List<Source> sources,
            List<String> limits,
            List<String> advice,
            List<String> together,
            List<String> stops,
            String reviewed) {}

    public TreatmentPlan plan() {
        return plan;
    }

    /** How loud the triage is: alarm, care or good. */
    public String tone() {
        return sheet.tone();
    }

    public String triage() {
        return sheet.triage();
    }

    public String triageMeans() {
        return sheet.triageMeans();
    }

    /** What an emergency stops, in a sentence. */
    public String emergencyStops() {
        return words.say("emergency.stops");
    }

    /** The warning signs that are present; in an emergency only those that make it one. */
    public List<Flag> flags() {
        boolean emergency = plan.triage().level().emergency();
        return plan.triage().present().stream()
                .filter(flag -> !emergency || flag.urgency().emergency())
                .map(flag -> new Flag(headline.suspected(flag), headline.action(flag), headline.because(flag)))
                .toList();
    }

    private List<String> named(List<String> references) {
        return references.stream().map(entryNames).distinct().toList();
    }

    /** Syndrome, phase and severity. */
    public String diagnosis() {
        return headline.diagnosis();
    }

    /** Duration, code and certainty of the diagnosis. */
    public String diagnosisMore() {
        return sheet.diagnosisMore();
    }

    /** Age and sex. */
    public String person() {
        return headline.patient().get(2);
    }

    /** What is taken already and should not be. */
    public List<String> taken() {
        return sheet.taken();
    }

    /** What the record leaves open or contradicts. */
    public List<String> checks() {
        return sheet.checks();
    }

    public List<String> safetyNet() {
        return sheet.safetyNet();
    }

    public List<String> goals() {
        return sheet.goals();
    }

    /** Days on which something is due, with what it is. */
    public List<Labelled> followUps() {
        return sheet.followUps().stream()
                .map(due -> new Labelled(due.on(), due.text()))
                .toList();
    }

    /** The foot of printed pages. */
    String foot() {
        return sheet.foot();
    }

    public String disclaimer() {
        return sheet.disclaimer();
    }

    public String statusWord(Status status) {
        return words.capital(words.say("status." + status.id()));
    }

    public String statusMeans(Status status) {
        return words.say("status." + status.id() + ".means");
    }

    /** How many treatments have a status, single exercises counted as they are. */
    public int count(Status status) {
        return (int)
                plan.treatments().stream().filter(one -> one.status() == status).count();
    }

    /** Treatments of a status by category, in the order of the plan. */
    public List<Group> groups(Status status) {
        Map<String, List<Card>> cards = new LinkedHashMap<>();
        for (Recommendation one : plan.treatments()) {
            if (one.status() == status) {
                cards.computeIfAbsent(one.item().category(), c -> new ArrayList<>())
                        .add(card(one));
            }
        }
        return cards.entrySet().stream()
                .map(entry -> new Group(
                        words.capital(words.say("category." + entry.getKey())),
                        entry.getValue().stream().anyMatch(Card::movement),
                        entry.getValue()))
                .toList();
    }

    /** The card of an item; empty when there is no such item. */
    public Optional<Card> card(String item) {
        return find(item).map(this::card);
    }

    private Optional<Recommendation> find(String item) {
        return plan.treatments().stream()
                .filter(one -> one.item().id().equals(item))
                .findFirst();
    }

    private Card card(Recommendation one) {
        Item item = one.item();
        return new Card(
                item.id(),
                words.capital(words.say(item.name())),
                one.status().offered() ? words.capital(regimen.of(item, one.dose())) : "",
                why(one),
                one.status().offered() ? notes(one) : List.of(),
                one.gates().stream()
                        .map(state -> words.say(state.gate().name()))
                        .distinct()
                        .toList(),
                item.dose() != null,
                item.movement() != null);
    }

    private List<String> notes(Recommendation one) {
        List<String> notes = new ArrayList<>();
        if (one.dose() != null) {
            one.dose().adjustments().forEach(text -> notes.add(words.say(text)));
        }
        notes.addAll(Offered.notes(one, words));
        return notes;
    }

    private String why(Recommendation one) {
        if (one.status().offered()) {
            return Words.stopped(Offered.gaveWay(one).map(words::brief).orElseGet(() -> Offered.why(one, words)));
        }
        if (one.status() == Status.NEEDS_INFORMATION) {
            return words.capital(
                    String.join(", ", one.missing().stream().map(words::name).toList()));
        }
        Set<String> reasons = new LinkedHashSet<>();
        one.reasons().forEach(reason -> reasons.add(words.capital(words.brief(reason))));
        return Words.stopped(String.join("; ", reasons));
    }

    /** What medicines are for, as an order names it. */
    public String purpose() {
        return headline.purpose();
    }

    /** A reason in one sentence, and what else there is to say of it. */
    public Labelled reason(Reason reason) {
        String brief = words.capital(Words.stopped(words.brief(reason)));
        List<String> more = new ArrayList<>();
        addText(reason.why(), more);
        addText(reason.advice(), more);
        return new Labelled(brief, String.join(" ", more));
    }

    private void addText(@Nullable LocalizedText text, List<String> into) {
        if (text != null) {
            into.add(words.capital(words.say(text)));
        }
    }

    /** The name of a finding, a measure or an item. */
    public String name(String id) {
        return words.capital(words.name(id));
    }

    /** The whole reasoning behind an item; empty when there is no such item. */
    public Optional<Explanation> explain(String item) {
        return find(item).map(this::explain);
    }

    private Explanation explain(Recommendation one) {
        Item item = one.item();
        Item.Evidence evidence = item.evidence();
        String grade = words.capital(words.say("grade." + evidence.grade())) + ".";
        LocalizedText summary = evidence.summary();
        return new Explanation(
                card(one),
                one.status(),
                statusWord(one.status()),
                words.say(item.about()),
                facts(one),
                one.reasons().stream()
                        .map(reason -> new Labelled(reason.rule(), words.say(reason)))
                        .distinct()
                        .toList(),
                one.missing().stream().map(words::name).map(words::capital).toList(),
                new Changes(plan, words).of(one.wouldChangeIf()),
                summary == null ? grade : grade + " " + words.say(summary),
                positions(evidence),
                sources(one),
                limits(item),
                item.advice().stream().map(words::say).toList(),
                new Together(words).with(item, Offered.items(plan)),
                item.stop().stream().map(words::say).toList(),
                words.fill(
                        "item.review-dates",
                        Map.of(
                                "last", words.date(item.review().last()),
                                "next", words.date(item.review().next()))));
    }

    /** The findings that the rules looked at, with their states. */
    private List<Fact> facts(Recommendation one) {
        Set<String> ids = new LinkedHashSet<>();
        one.reasons().forEach(reason -> ids.addAll(reason.findings()));
        List<FindingDefinition> definitions = words.knowledge().findings();
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < definitions.size(); i++) {
            String id = definitions.get(i).id();
            if (ids.remove(id)) {
                Truth state = plan.findings().state(i);
                String key = state == Truth.TRUE ? "change.present" : "change.absent";
                String text =
                        state == Truth.UNKNOWN ? words.name(id) + ": ?" : words.fill(key, "finding", words.name(id));
                facts.add(new Fact(words.capital(text), named(plan.findings().evidenceOf(i))));
            }
        }
        facts.addAll(measured(ids::contains));
        return facts;
    }

    /** What the record and the answers say of the patient: findings that are present, and numbers. */
    public List<Fact> known() {
        List<FindingDefinition> definitions = words.knowledge().findings();
        List<Fact> facts = new ArrayList<>();
        facts.addAll(measured(id -> !evidenceOf(id).isEmpty()));
        for (int i = 0; i < definitions.size(); i++) {
            List<String> evidence = named(plan.findings().evidenceOf(i));
            if (plan.findings().state(i) == Truth.TRUE && !evidence.isEmpty()) {
                facts.add(new Fact(words.capital(words.name(definitions.get(i).id())), evidence));
            }
        }
        return facts;
    }

    private List<Fact> measured(Predicate<String> wanted) {
        List<Fact> facts = new ArrayList<>();
        for (Measure measure : words.knowledge().measures()) {
            Interval value = plan.findings().measures().get(measure.id());
            if (value != null && wanted.test(measure.id())) {
                String name = words.capital(words.say(measure.name()));
                facts.add(new Fact(name + ": " + words.amount(measure, value), evidenceOf(measure.id())));
            }
        }
        return facts;
    }

    private List<String> evidenceOf(String measure) {
        String entry = plan.findings().measureEvidence().get(measure);
        return entry == null ? List.of() : named(List.of(entry));
    }

    private List<Labelled> positions(Item.Evidence evidence) {
        List<Labelled> positions = new ArrayList<>();
        for (Guideline guideline : words.knowledge().guidelines()) {
            String word = evidence.position().get(guideline.id());
            LocalizedText meaning =
                    word == null ? null : words.knowledge().positionWords().get(word);
            if (meaning != null) {
                positions.add(new Labelled(words.say(guideline.name()), words.say(meaning)));
            }
        }
        return positions;
    }

    private List<Source> sources(Recommendation one) {
        Set<String> ids = new LinkedHashSet<>();
        for (Reason reason : one.reasons()) {
            ids.addAll(reason.sources().citations());
        }
        ids.addAll(one.item().sources().citations());
        return written(ids);
    }

    private List<Source> written(Collection<String> ids) {
        Map<String, Citation> citations =
                HashMap.newHashMap(words.knowledge().citations().size());
        words.knowledge().citations().forEach(citation -> citations.put(citation.id(), citation));
        return ids.stream()
                .map(citations::get)
                .filter(java.util.Objects::nonNull)
                .map(citation -> new Source(
                        citation.id(),
                        citation.cite(),
                        orEmpty(citation.url()),
                        words.say("citation.seen." + citation.seen())))
                .toList();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What the sources dispute, and what was not seen. */
    private List<String> limits(Item item) {
        List<String> limits = new ArrayList<>();
        Item.Dispute dispute = item.dispute();
        if (dispute != null) {
            limits.add(words.say(dispute.source()) + " " + words.say(dispute.regulators()));
        }
        for (Conflict conflict : item.conflicts()) {
            limits.add(words.fill("detail.conflict", "about", words.say(conflict.about())) + " "
                    + words.say(conflict.taken()));
        }
        Sources sources = item.sources();
        if (!sources.unverified().isEmpty()) {
            limits.add(words.capital(words.say("detail.unverified")) + ": "
                    + sources.unverified().stream().map(words::say).collect(Collectors.joining("; ")));
        } else if (!sources.verified()) {
            limits.add(words.capital(words.say("label.unverified")));
        }
        return limits;
    }
}
