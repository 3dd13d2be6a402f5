package org.lumbar.core.plan;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lumbar.core.finding.Interval;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.logic.Truth;

/**
 * What a rule rests on, down to the entries of the record, as lines that stay equal until one of these facts changes. What
 * only grows older by a day is no change.
 */
final class FactsBehind {

    /** How far what follows from other facts is traced. */
    private static final int DEPTH = 6;
    /** Answers of the same question are told apart by what they say, not by the day on which they were given. */
    private static final String ANSWERS = "QuestionnaireResponse/";

    private final Case patient;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<FindingDefinition> definitions;
    private final Map<String, Measure> measures = new HashMap<>();

    FactsBehind(KnowledgeBase knowledge, Case patient) {
        this.patient = patient;
        this.definitions = knowledge.findings();
        for (int i = 0; i < definitions.size(); i++) {
            numbers.put(definitions.get(i).id(), i);
        }
        knowledge.measures().forEach(measure -> measures.put(measure.id(), measure));
    }

    /** In alphabetical order. */
    List<String> of(Reason reason) {
        Set<String> lines = new TreeSet<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String id : reason.findings()) {
            add(id, lines, seen, DEPTH);
        }
        if (reason.pattern().equals(Reason.ALLERGY)) {
            patient.findings().allergens().forEach(allergen -> lines.add(allergen.ref()));
        }
        if (reason.pattern().equals(Reason.DUPLICATE)) {
            patient.findings().medicines().forEach(medicine -> lines.add(medicine.ref()));
        }
        return List.copyOf(lines);
    }

    private void add(String id, Set<String> lines, Set<String> seen, int depth) {
        if (!seen.add(id)) {
            return;
        }
        Integer number = numbers.get(id);
        if (number != null) {
            addFinding(number, lines, seen, depth);
        } else if (measures.containsKey(id) || id.equals(Vocabulary.AGE)) {
            addMeasure(id, lines);
        } else {
            lines.add(id);
        }
    }

    private void addFinding(int number, Set<String> lines, Set<String> seen, int depth) {
        FindingDefinition definition = definitions.get(number);
        Truth state = patient.findings().state(number);
        List<String> evidence = patient.findings().evidenceOf(number);
        lines.add(definition.id() + " " + state);
        evidence.forEach(ref -> lines.add(definition.id() + " by " + source(ref)));
        if (definition.id().equals(Vocabulary.RED_FLAG_PRESENT)) {
            for (RedFlag flag : patient.triage().present()) {
                add(flag.id(), lines, seen, depth - 1);
            }
        } else if (depth > 0 && state != Truth.FALSE) {
            addAll(definition.presentWhen(), lines, seen, depth - 1);
        }
    }

    private void addAll(Expression rule, Set<String> lines, Set<String> seen, int depth) {
        switch (rule) {
            case Expression.Finding finding -> add(finding.id(), lines, seen, depth);
            case Expression.Comparison comparison -> add(comparison.measure(), lines, seen, depth);
            case Expression.Not not -> addAll(not.operand(), lines, seen, depth);
            case Expression.All all -> all.operands().forEach(operand -> addAll(operand, lines, seen, depth));
            case Expression.Any any -> any.operands().forEach(operand -> addAll(operand, lines, seen, depth));
        }
    }

    /** True for what goes by age or by another number that only time changes, such as the weeks of a pregnancy. */
    boolean goesByAgeOrWeeks(String id) {
        Integer number = numbers.get(id);
        if (number == null) {
            return id.equals(Vocabulary.AGE) || grows(id);
        }
        FindingDefinition definition = definitions.get(number);
        return mentions(definition.presentWhen()) || mentions(definition.absentWhen());
    }

    private boolean mentions(Expression rule) {
        return switch (rule) {
            case Expression.Finding finding -> false;
            case Expression.Comparison comparison ->
                comparison.measure().equals(Vocabulary.AGE) || grows(comparison.measure());
            case Expression.Not not -> mentions(not.operand());
            case Expression.All all -> all.operands().stream().anyMatch(this::mentions);
            case Expression.Any any -> any.operands().stream().anyMatch(this::mentions);
        };
    }

    private boolean grows(String id) {
        Measure measure = measures.get(id);
        return measure != null && measure.growsPerDay() != null;
    }

    private void addMeasure(String id, Set<String> lines) {
        boolean byTime = id.equals(Vocabulary.AGE) || id.equals(Vocabulary.SYMPTOM_DAYS) || grows(id);
        Interval value = patient.findings().measures().get(id);
        if (value != null && !byTime) {
            lines.add(id + " " + value.least() + " " + value.most());
        }
        String ref = patient.findings().measureEvidence().get(id);
        if (ref != null) {
            lines.add(id + " by " + source(ref));
        }
    }

    private static String source(String ref) {
        return ref.startsWith(ANSWERS) ? "answer" : ref;
    }
}
