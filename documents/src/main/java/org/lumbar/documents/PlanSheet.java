package org.lumbar.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Pathway;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Urgency;
import org.lumbar.core.plan.CarePath;
import org.lumbar.core.plan.Question;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.core.triage.Triage;

/** What the printed plan says, in the order in which it says it; the template only lays it out. */
final class PlanSheet {

    /** Characters of the content's hash that are printed: enough to tell versions apart, short enough to read. */
    private static final int HASH = 12;

    private final TreatmentPlan plan;
    private final Words words;
    private final @Nullable Signature signature;
    private final Headline headline;
    private final Regimen regimen;

    PlanSheet(TreatmentPlan plan, Words words) {
        this(plan, words, null, words::entry);
    }

    /**
     * @param signature what a clinician made of the plan; null for a draft
     * @param entryNames names an entry of the record, given its reference
     */
    PlanSheet(TreatmentPlan plan, Words words, @Nullable Signature signature, UnaryOperator<String> entryNames) {
        this.plan = plan;
        this.words = words;
        this.signature = signature;
        this.headline = new Headline(plan, words, entryNames);
        this.regimen = new Regimen(words);
    }

    /** One thing to do. */
    record Row(String name, String how, String why, List<String> notes, List<String> gates, List<String> stops) {}

    /** What a warning sign means and what to do about it. */
    record Flag(String suspected, String action, String because) {}

    /** Names under what they share. */
    record Group(String label, List<String> names) {}

    /** A stage of care. */
    record Stage(String name, String when, String aim, String moveOn, String back) {}

    /** A day on which something is due. */
    record Due(String on, String text) {}

    String language() {
        return plan.request().language().name().toLowerCase(Locale.ROOT);
    }

    String label(String key) {
        return words.say(key);
    }

    String title() {
        return words.fill("sheet.title", "patient", signature == null ? plan.patientId() : signature.patient());
    }

    boolean signed() {
        return signature != null && signature.signed();
    }

    /** What was decided against rules. */
    List<Signature.Decided> decided() {
        return signature == null ? List.of() : signature.decided();
    }

    /** How something is given: as it was ordered, else as the knowledge base has it. */
    private String how(Recommendation one) {
        String ordered =
                signature == null ? null : signature.how().get(one.item().id());
        return ordered == null ? words.capital(regimen.of(one.item(), one.dose())) : Words.unstopped(ordered);
    }

    /** That this is a draft, or who signed it. */
    String standing() {
        return signature == null ? words.say("sheet.draft") : signature.line();
    }

    List<String> patient() {
        return headline.patient();
    }

    boolean emergency() {
        return plan.triage().level().emergency();
    }

    /** How loud the triage is: alarm, care or good. */
    String tone() {
        Triage triage = plan.triage();
        if (triage.level() == Urgency.NONE) {
            return triage.unanswered().isEmpty() ? "good" : "care";
        }
        return triage.level() == Urgency.ROUTINE_REFERRAL ? "care" : "alarm";
    }

    String triage() {
        Triage triage = plan.triage();
        String key = triage.level() == Urgency.NONE && !triage.unanswered().isEmpty()
                ? "screen.none-on-record"
                : "triage." + triage.level().id();
        return words.capital(Words.stopped(words.say(key)));
    }

    String triageMeans() {
        Triage triage = plan.triage();
        List<String> parts = new ArrayList<>();
        if (triage.level() != Urgency.NONE) {
            parts.add(words.say("triage." + triage.level().id() + ".means"));
        }
        if (!triage.unanswered().isEmpty()) {
            parts.add(words.count("screen.unanswered", triage.unanswered().size()));
        }
        return String.join(" ", parts);
    }

    List<Flag> flags() {
        return plan.triage().present().stream()
                .filter(flag -> !emergency() || flag.urgency().emergency())
                .map(this::flag)
                .toList();
    }

    private Flag flag(RedFlag flag) {
        return new Flag(headline.suspected(flag), headline.action(flag), headline.because(flag));
    }

    String diagnosis() {
        return headline.diagnosis();
    }

    String diagnosisMore() {
        return List.of(headline.lasting(), headline.code(), headline.confirmed()).stream()
                .filter(part -> !part.isEmpty())
                .map(words::capital)
                .collect(Collectors.joining(Words.DOT));
    }

    /** What stands on the first page. */
    SummarySheet summary() {
        List<Recommendation> treatments =
                inPlan().stream().filter(one -> !one.item().umbrella()).toList();
        return new SummarySheet(plan, treatments, words, signature == null ? Map.of() : signature.how());
    }

    /** What is done and why, by category in the order of the plan. */
    Map<String, List<Row>> rows() {
        Map<String, List<Row>> byCategory = new LinkedHashMap<>();
        List<Recommendation> all = inPlan();
        List<Item> items = all.stream().map(Recommendation::item).toList();
        for (Recommendation one : all) {
            byCategory
                    .computeIfAbsent(category(one.item()), c -> new ArrayList<>())
                    .add(row(one, items));
        }
        return byCategory;
    }

    /** What was signed, or what a draft proposes. */
    private List<Recommendation> inPlan() {
        Signature signed = signature;
        return signed == null
                ? with(Status.RECOMMENDED)
                : plan.recommendations().stream()
                        .filter(one -> signed.items().contains(one.item().id()))
                        .toList();
    }

    private String category(Item item) {
        return words.capital(words.say("category." + item.category()));
    }

    /** @param all that is done */
    private Row row(Recommendation one, List<Item> all) {
        Item item = one.item();
        List<String> notes = new ArrayList<>();
        if (one.dose() != null) {
            one.dose().adjustments().forEach(text -> notes.add(words.say(text)));
        }
        notes.addAll(Offered.notes(one, words));
        notes.addAll(new Together(words).with(item, all));
        return new Row(
                words.capital(words.say(item.name())),
                how(one),
                (one.status().offered() ? Words.stopped(Offered.why(one, words)) + " " : "")
                        + words.fill(
                                "screen.evidence",
                                "grade",
                                words.say("grade." + item.evidence().grade())),
                notes,
                one.gates().stream()
                        .map(state -> words.say(state.gate().name()))
                        .distinct()
                        .toList(),
                item.stop().stream().map(words::say).toList());
    }

    private List<Recommendation> with(Status status) {
        return plan.treatments().stream().filter(one -> one.status() == status).toList();
    }

    int count(Status status) {
        return with(status).size();
    }

    /** Items of a status by category. */
    List<Group> byCategory(Status status) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (Recommendation one : with(status)) {
            groups.computeIfAbsent(category(one.item()), c -> new ArrayList<>())
                    .add(words.say(one.item().name()));
        }
        return groups(groups);
    }

    /** Withheld items under the reason that they share, in the order of the plan. */
    List<Group> withheld() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (Recommendation one : with(Status.WITHHELD)) {
            Set<String> why =
                    one.reasons().stream().map(this::shortly).collect(Collectors.toCollection(LinkedHashSet::new));
            groups.computeIfAbsent(String.join("; ", why), w -> new ArrayList<>())
                    .add(words.say(one.item().name()));
        }
        return groups(groups);
    }

    private String shortly(Reason reason) {
        return words.capital(words.brief(reason));
    }

    private static List<Group> groups(Map<String, List<String>> byLabel) {
        return byLabel.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .toList();
    }

    List<String> goals() {
        return texts(plan.path().goals().stream().map(Pathway.Goal::text).toList());
    }

    List<Stage> stages() {
        return plan.path().stages().stream().map(this::stage).toList();
    }

    private Stage stage(CarePath.StagePlan stage) {
        String from = words.date(stage.start());
        String when = stage.end() == null
                ? words.fill("detail.from", "from", from)
                : words.fill("detail.from-to", Map.of("from", from, "to", words.date(stage.end())));
        String review = words.fill("screen.stage-review", "date", words.date(stage.review()));
        return new Stage(
                words.capital(words.say(stage.stage().name())),
                when + ", " + review,
                words.say(stage.stage().aim()),
                words.say(stage.stage().moveOnWhen()),
                words.say(stage.stage().backWhen()));
    }

    List<Due> followUps() {
        return plan.path().followUps().stream()
                .map(one ->
                        new Due(words.date(one.on()), words.say(one.followUp().text())))
                .toList();
    }

    List<String> safetyNet() {
        return texts(plan.path().safetyNet().stream().map(Pathway.Advice::text).toList());
    }

    List<String> stopRules() {
        return texts(plan.path().stopRules().stream().map(Pathway.Advice::text).toList());
    }

    List<String> questions() {
        return texts(plan.questions().stream().map(Question::text).toList());
    }

    /** How many questions wait for an answer. */
    String open() {
        return words.count("sheet.open", plan.questions().size());
    }

    List<String> taken() {
        return headline.taken();
    }

    List<String> checks() {
        return headline.checks();
    }

    private List<String> texts(List<LocalizedText> texts) {
        return texts.stream().map(words::say).distinct().toList();
    }

    String disclaimer() {
        return headline.foot(words.knowledge().disclaimer());
    }

    /** The foot of each page: what the sheet is of, and which content it rests on. */
    String foot() {
        return words.fill(
                "sheet.foot",
                Map.of(
                        "patient",
                        plan.patientId(),
                        "date",
                        words.date(plan.request().date()),
                        "version",
                        words.knowledge().version(),
                        "hash",
                        words.knowledge().sha256().substring(0, HASH)));
    }
}
