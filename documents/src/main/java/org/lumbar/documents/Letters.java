package org.lumbar.documents;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.lumbar.core.finding.Findings;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.plan.Reason;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.plan.TreatmentPlan;

/** Writes letters from a plan: what is known stands in them, what is not known is named as such. Not for sharing between threads. */
public final class Letters {

    /** The items whose rules say whether a letter is called for. */
    private static final Map<Letter.Kind, String> ITEMS =
            Map.of(Letter.Kind.SURGERY, "surgical-referral", Letter.Kind.SANATORIUM, "sanatorium-eligibility");

    private final TreatmentPlan plan;
    private final Words words;
    private final PlanView view;
    private final Headline headline;
    private final String patient;

    /**
     * Letters in the language of the plan.
     *
     * @param knowledge the one that the plan was made with
     * @param patient name, birth date and sex, as one line
     * @param entryNames names an entry of the record, given its reference
     */
    public Letters(TreatmentPlan plan, KnowledgeBase knowledge, String patient, UnaryOperator<String> entryNames) {
        this.plan = plan;
        this.words = new Words(knowledge, plan.request().language());
        this.view = new PlanView(plan, knowledge, entryNames);
        this.headline = new Headline(plan, words);
        this.patient = patient;
    }

    /** A letter of a kind, whether or not the rules call for it; it says which. */
    public Letter of(Letter.Kind kind) {
        return switch (kind) {
            case REFERRAL -> referral();
            case SURGERY, SANATORIUM -> ofItem(kind, item(kind));
            case IMAGING -> imaging();
        };
    }

    /** True when the rules call for a letter. */
    public boolean calls(Letter.Kind kind) {
        return switch (kind) {
            case REFERRAL, IMAGING -> !plan.triage().present().isEmpty();
            case SURGERY, SANATORIUM -> item(kind).status().offered();
        };
    }

    private Recommendation item(Letter.Kind kind) {
        return plan.treatments().stream()
                .filter(one -> one.item().id().equals(ITEMS.get(kind)))
                .findFirst()
                .orElseThrow();
    }

    private Letter referral() {
        boolean called = calls(Letter.Kind.REFERRAL);
        boolean emergency = plan.triage().level().emergency();
        List<Letter.Section> sections = new ArrayList<>();
        add(
                sections,
                "letter.signs",
                view.flags().stream()
                        .map(flag -> flag.suspected() + " " + flag.action() + " " + flag.because())
                        .map(String::strip)
                        .toList());
        add(sections, "letter.absent", names(denied()));
        add(sections, "letter.unasked", names(plan.triage().unanswered()));
        addFacts(sections);
        if (emergency) {
            add(sections, "letter.treatment", List.of(words.say("emergency.stops")));
        }
        String level = words.capital(words.say("triage." + plan.triage().level().id()));
        return letter(
                Letter.Kind.REFERRAL,
                emergency ? "letter.emergency.title" : "letter.referral.title",
                called
                        ? Words.stopped(level) + " " + words.say("letter.referral.ask")
                        : words.say("letter.referral.none"),
                called,
                sections);
    }

    /** Warning signs that an answer or an entry denies; what follows from age or sex was not asked. */
    private List<RedFlag> denied() {
        List<FindingDefinition> definitions = words.knowledge().findings();
        List<RedFlag> found = new ArrayList<>();
        for (RedFlag flag : words.knowledge().redFlags()) {
            for (int i = 0; i < definitions.size(); i++) {
                boolean denied = definitions.get(i).id().equals(flag.id())
                        && plan.findings().state(i) == Truth.FALSE
                        && !plan.findings().evidenceOf(i).isEmpty();
                if (denied && !flag.duringTreatment()) {
                    found.add(flag);
                }
            }
        }
        return found;
    }

    private List<String> names(List<RedFlag> flags) {
        return flags.isEmpty()
                ? List.of()
                : List.of(words.capital(String.join(
                                ", ",
                                flags.stream()
                                        .map(flag -> words.name(flag.id()))
                                        .distinct()
                                        .toList())))
                        .stream()
                        .map(Words::stopped)
                        .toList();
    }

    private Letter ofItem(Letter.Kind kind, Recommendation one) {
        Item item = one.item();
        boolean called = one.status().offered();
        List<Letter.Section> sections = new ArrayList<>();
        Set<String> against = new LinkedHashSet<>();
        Set<String> mind = new LinkedHashSet<>();
        for (Reason reason : one.reasons()) {
            if (called && reason.caution()) {
                mind.add(words.say(reason));
            } else if (!called) {
                against.add(words.say(reason));
            }
        }
        add(sections, "letter.about", List.of(words.say(item.about())));
        if (called) {
            add(sections, "letter.because", List.of(Words.stopped(words.capital(Offered.why(one, words)))));
        }
        add(sections, "letter.against", List.copyOf(against));
        add(
                sections,
                "letter.missing",
                one.missing().stream().map(words::name).map(words::capital).toList());
        add(sections, "letter.mind", List.copyOf(mind));
        addFacts(sections);
        add(
                sections,
                "letter.steps",
                one.gates().stream()
                        .map(state -> words.capital(words.say(state.gate().name())))
                        .distinct()
                        .toList());
        add(sections, "letter.monitor", item.monitor().stream().map(words::say).toList());
        return letter(
                kind,
                "letter." + kind.id() + ".title",
                words.say("letter." + kind.id() + "." + standing(one)),
                called,
                sections);
    }

    private static String standing(Recommendation one) {
        return one.status().offered() ? "called" : one.status() == Status.NEEDS_INFORMATION ? "open" : "not-called";
    }

    private Letter imaging() {
        boolean called = calls(Letter.Kind.IMAGING);
        List<Letter.Section> sections = new ArrayList<>();
        add(
                sections,
                "letter.signs",
                view.flags().stream()
                        .map(flag -> flag.suspected() + " " + flag.action())
                        .toList());
        add(sections, "letter.unasked", names(plan.triage().unanswered()));
        add(
                sections,
                "letter.imaging.rule",
                List.of(words.say("letter.imaging.only-when"), words.say("letter.imaging.decides-nothing")));
        addFacts(sections);
        return letter(
                Letter.Kind.IMAGING,
                "letter.imaging.title",
                words.say(called ? "letter.imaging.called" : "letter.imaging.not-called"),
                called,
                sections);
    }

    /** Diagnosis, medicines, allergies and what else is known, in every letter. */
    private void addFacts(List<Letter.Section> sections) {
        String diagnosis = headline.diagnosis();
        add(
                sections,
                "heading.diagnosis",
                List.of(diagnosis + ". "
                        + String.join(
                                " · ",
                                List.of(headline.lasting(), headline.code(), headline.confirmed()).stream()
                                        .filter(part -> !part.isEmpty())
                                        .map(words::capital)
                                        .toList())));
        add(
                sections,
                "letter.known",
                view.known().stream()
                        .map(fact -> fact.text() + " (" + String.join(", ", fact.evidence()) + ")")
                        .toList());
        List<String> medicines = plan.findings().medicines().stream()
                .map(Findings.CurrentMedicine::label)
                .toList();
        add(sections, "letter.medicines", medicines.isEmpty() ? List.of(words.say("letter.none-recorded")) : medicines);
        List<String> allergies = plan.findings().allergens().stream()
                .map(Findings.Allergen::label)
                .toList();
        add(sections, "letter.allergies", allergies.isEmpty() ? List.of(words.say("letter.none-recorded")) : allergies);
        add(sections, "heading.taken", headline.taken());
        add(sections, "heading.checks", headline.checks());
    }

    private void add(List<Letter.Section> sections, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            sections.add(new Letter.Section(words.say(heading), lines));
        }
    }

    private Letter letter(
            Letter.Kind kind, String title, String standing, boolean called, List<Letter.Section> sections) {
        return new Letter(
                kind,
                plan.request().language(),
                plan.request().date(),
                words.say(title),
                patient,
                words.date(plan.request().date()),
                standing,
                called,
                sections,
                List.of(words.say("sheet.clinician"), words.say("sheet.signed-on")),
                view.foot());
    }
}
