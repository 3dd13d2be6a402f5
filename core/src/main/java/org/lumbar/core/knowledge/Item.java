package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.text.LocalizedText;

/**
 * One treatment that can be advised: a medicine, a procedure, an exercise programme, a referral. What it inherits from its
 * classes is already merged in.
 *
 * @param offer the best status that it can reach in each standard; a missing standard means none
 * @param needsDiagnosis waits for a confirmed diagnosis
 * @param physical waits while a red flag is present
 * @param movement how it is done; only for single exercises
 * @param refused why it never enters a plan; only for closed items
 * @param members ids of the items that it stands for; then it is an umbrella, which has no rules, dose or course of its own
 */
public record Item(
        String id,
        String category,
        LocalizedText name,
        LocalizedText about,
        Availability availability,
        Map<Standard, Offer> offer,
        boolean needsDiagnosis,
        boolean physical,
        List<String> classes,
        List<String> atc,
        Expression indicatedWhen,
        List<Rule> exclusions,
        List<Rule> cautions,
        List<String> gates,
        @Nullable Dose dose,
        @Nullable Course course,
        @Nullable Movement movement,
        List<LocalizedText> advice,
        List<LocalizedText> monitor,
        List<LocalizedText> stop,
        Evidence evidence,
        @Nullable Dispute dispute,
        List<Conflict> conflicts,
        @Nullable LocalizedText refused,
        List<String> members,
        Sources sources,
        Review review)
        implements Serializable {

    public Item {
        offer = Map.copyOf(offer);
        classes = List.copyOf(classes);
        atc = List.copyOf(atc);
        exclusions = List.copyOf(exclusions);
        cautions = List.copyOf(cautions);
        gates = List.copyOf(gates);
        advice = List.copyOf(advice);
        monitor = List.copyOf(monitor);
        stop = List.copyOf(stop);
        conflicts = List.copyOf(conflicts);
        members = List.copyOf(members);
    }

    /** More exclusions of one item, or more cautions, than a person can review. */
    public static final int MOST_RULES = 60;

    /** True when it stands for others, which alone decide what becomes of it. */
    public boolean umbrella() {
        return !members.isEmpty();
    }

    /** Which standard may offer it at all. */
    public enum Availability {
        BOTH,
        COMPREHENSIVE,
        /** Recorded and safety-checked; proposed only where {@code offer} says so. */
        CHECK_ONLY,
        /** Only ever an escalation. */
        EMERGENCY,
        /** Never offered; the refusal is explained. */
        CLOSED
    }

    public enum Offer {
        RECOMMENDED,
        OPTIONAL,
        DISCRETION
    }

    /**
     * An exclusion or a caution.
     *
     * @param id unique, in the form {@code item/exclude/finding}
     * @param why null when the finding's name says enough
     */
    public record Rule(String id, Expression when, @Nullable LocalizedText why, Sources sources)
            implements Serializable {}

    /** What the evidence is worth and what each guideline says. */
    public record Evidence(String grade, @Nullable LocalizedText summary, Map<String, String> position)
            implements Serializable {
        public Evidence {
            position = Map.copyOf(position);
        }
    }

    /** Where the source articles and the regulators disagree. */
    public record Dispute(LocalizedText source, LocalizedText regulators, List<String> ids) implements Serializable {
        public Dispute {
            ids = List.copyOf(ids);
        }
    }

    public record Review(LocalDate last, LocalDate next) implements Serializable {}
}
