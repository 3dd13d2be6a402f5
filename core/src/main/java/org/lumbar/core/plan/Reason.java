package org.lumbar.core.plan;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Sources;
import org.lumbar.core.text.LocalizedText;

/**
 * Why an item has its status, or what to mind with it. The words are put together from a pattern of the knowledge base.
 *
 * @param rule names the rule, stable over versions
 * @param pattern key of the text pattern
 * @param words what fills the pattern's places
 * @param why the editor's own words on it, shown after the pattern
 * @param findings ids of the findings that triggered the rule
 * @param advice what to do about it
 */
public record Reason(
        String rule,
        String pattern,
        List<Word> words,
        @Nullable LocalizedText why,
        List<String> findings,
        @Nullable LocalizedText advice,
        Sources sources) {

    public Reason {
        words = List.copyOf(words);
        findings = List.copyOf(findings);
    }

    /** A place of a pattern and what fills it: localized texts, listed with commas. */
    public record Word(String place, List<LocalizedText> values) {
        public Word {
            values = List.copyOf(values);
        }

        static Word of(String place, LocalizedText value) {
            return new Word(place, List.of(value));
        }

        static Word of(String place, String value) {
            return new Word(place, List.of(new LocalizedText(value, value)));
        }
    }

    /** The same reason as another rule gives it. */
    Reason as(String otherRule) {
        return new Reason(otherRule, pattern, words, why, findings, advice, sources);
    }

    /** True for a check that tells of something taken already that should not be. */
    public boolean taken() {
        return TAKEN.contains(pattern);
    }

    /** True for a warning that comes with an offered item rather than a ground for its status. */
    public boolean caution() {
        return pattern.equals(CAUTION) || pattern.equals(INTERACTION_NOTE);
    }

    static final String TAKEN_TOGETHER = "check.together";
    static final String TAKEN_AGAINST = "check.taken-against";
    static final String TAKEN_ALLERGY = "check.taken-allergy";
    private static final Set<String> TAKEN = Set.of(TAKEN_TOGETHER, TAKEN_AGAINST, TAKEN_ALLERGY);
    public static final String SAME_COURSE = "reason.same-course";
    public static final String EXCLUDED = "reason.excluded";
    public static final String NEEDS = "reason.needs";
    public static final String CAUTION = "reason.caution";
    public static final String RED_FLAG = "reason.red-flag";
    public static final String EMERGENCY = "reason.triage-emergency";
    public static final String MISSING = "reason.missing";
    public static final String NOT_INDICATED = "reason.not-indicated";
    public static final String STANDARD = "reason.standard";
    public static final String CHECK_ONLY = "reason.check-only";
    public static final String NOT_LICENSED = "reason.not-licensed";
    public static final String LICENCE_UNKNOWN = "reason.licence-unknown";
    public static final String INTERACTION = "reason.interaction-current";
    public static final String INTERACTION_NOTE = "reason.interaction-note";
    public static final String INTERACTION_PLAN = "reason.interaction-plan";
    public static final String DUPLICATE = "reason.duplicate-ingredient";
    public static final String CEILING = "reason.ceiling";
    public static final String CHOICE = "reason.choice";
    public static final String GATE = "reason.gate";
    public static final String ALLERGY = "reason.allergy";
    public static final String REFUSED = "reason.refused";
    public static final String INDICATED = "reason.indicated";
    public static final String FOR_EVERYONE = "reason.for-everyone";
    public static final String MEMBERS = "reason.members";
}
