package org.lumbar.core;

import static org.lumbar.core.CoreFixtures.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.FindingDefinition.AskedOf;
import org.lumbar.core.knowledge.FindingDefinition.CodeSet;
import org.lumbar.core.knowledge.FindingDefinition.Effect;
import org.lumbar.core.knowledge.FindingDefinition.Evidence;
import org.lumbar.core.knowledge.FindingDefinition.Source;
import org.lumbar.core.knowledge.FindingDefinition.UnknownPolicy;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.record.Entry.Activity;

/** A finding in the making: must be asked and follows from nothing, unless said otherwise. */
public final class FindingFixture {

    private final String id;
    private final List<Evidence> evidence = new ArrayList<>();
    private UnknownPolicy ifUnknown = UnknownPolicy.MUST_ASK;
    private AskedOf askedOf = AskedOf.PATIENT;
    private boolean hasQuestion = true;
    private Expression presentWhen = Expression.NEVER;
    private Expression absentWhen = Expression.NEVER;
    private boolean askedThroughParts;
    private boolean absentWins;

    private FindingFixture(String id) {
        this.id = id;
    }

    public static FindingFixture finding(String id) {
        return new FindingFixture(id);
    }

    public FindingFixture assumedAbsent() {
        ifUnknown = UnknownPolicy.ASSUME_ABSENT;
        return this;
    }

    public FindingFixture withoutQuestion() {
        hasQuestion = false;
        return this;
    }

    public FindingFixture askedOfClinician() {
        askedOf = AskedOf.CLINICIAN;
        return this;
    }

    public FindingFixture presentWhen(Expression expression) {
        presentWhen = expression;
        return this;
    }

    public FindingFixture absentWhen(Expression expression) {
        absentWhen = expression;
        return this;
    }

    public FindingFixture askedThroughParts() {
        askedThroughParts = true;
        return this;
    }

    public FindingFixture absentWins() {
        absentWins = true;
        return this;
    }

    public FindingFixture by(EvidenceFixture one) {
        evidence.add(one.build());
        return this;
    }

    public FindingFixture by(Effect effect, Source source, CodeSet codes) {
        return by(new EvidenceFixture(effect, source, codes));
    }

    public FindingDefinition build() {
        return new FindingDefinition(
                id,
                text(id),
                text(id + " meaning"),
                ifUnknown,
                askedOf,
                hasQuestion ? text(id + "?") : null,
                evidence,
                presentWhen,
                absentWhen,
                askedThroughParts,
                absentWins);
    }

    /** One way to establish a finding; without limits, unless said otherwise. */
    public static final class EvidenceFixture {
        private final Effect effect;
        private final Source source;
        private final CodeSet codes;
        private boolean ever;
        private boolean confirmedOnly;
        private @Nullable Integer withinDays;
        private boolean olderIsQuestion;
        private List<Activity> activities = List.of();
        private List<String> valueCodes = List.of();

        public EvidenceFixture(Effect effect, Source source, CodeSet codes) {
            this.effect = effect;
            this.source = source;
            this.codes = codes;
        }

        public EvidenceFixture ever() {
            ever = true;
            return this;
        }

        public EvidenceFixture confirmedOnly() {
            confirmedOnly = true;
            return this;
        }

        public EvidenceFixture within(int days) {
            withinDays = days;
            return this;
        }

        public EvidenceFixture olderIsQuestion() {
            olderIsQuestion = true;
            return this;
        }

        public EvidenceFixture only(Activity... states) {
            activities = List.of(states);
            return this;
        }

        public EvidenceFixture answered(String... values) {
            valueCodes = List.of(values);
            return this;
        }

        Evidence build() {
            return new Evidence(
                    effect, source, codes, ever, confirmedOnly, withinDays, olderIsQuestion, activities, valueCodes);
        }
    }
}
