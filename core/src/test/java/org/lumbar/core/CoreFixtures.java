package org.lumbar.core;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lumbar.core.knowledge.FindingDefinition.CodeSet;
import org.lumbar.core.knowledge.Interaction;
import org.lumbar.core.knowledge.Level;
import org.lumbar.core.knowledge.Sources;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.logic.Expression.Operator;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Span;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;

/**
 * Short words for tests of core. Every finding, drug and country here is invented: what is tested is the reasoning, and no
 * reader should have to know medicine to check an expected value.
 */
public final class CoreFixtures {

    public static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    private CoreFixtures() {}

    public static LocalizedText text(String words) {
        return new LocalizedText(words, words + " (ru)");
    }

    public static Sources source(String citation) {
        return new Sources(List.of(citation), List.of(), true, List.of());
    }

    public static Expression is(String finding) {
        return new Expression.Finding(finding);
    }

    public static Expression not(Expression operand) {
        return new Expression.Not(operand);
    }

    public static Expression not(String finding) {
        return not(is(finding));
    }

    public static Expression all(Expression... operands) {
        return new Expression.All(List.of(operands));
    }

    public static Expression all(String... findings) {
        return new Expression.All(Arrays.stream(findings).map(CoreFixtures::is).toList());
    }

    public static Expression any(Expression... operands) {
        return new Expression.Any(List.of(operands));
    }

    public static Expression any(String... findings) {
        return new Expression.Any(Arrays.stream(findings).map(CoreFixtures::is).toList());
    }

    public static Expression less(String measure, double number) {
        return new Expression.Comparison(measure, Operator.LESS, number);
    }

    public static Expression atMost(String measure, double number) {
        return new Expression.Comparison(measure, Operator.AT_MOST, number);
    }

    public static Expression more(String measure, double number) {
        return new Expression.Comparison(measure, Operator.MORE, number);
    }

    public static Expression atLeast(String measure, double number) {
        return new Expression.Comparison(measure, Operator.AT_LEAST, number);
    }

    public static Coding icd(String code) {
        return new Coding(CodeSystem.ICD10, code);
    }

    public static Coding atc(String code) {
        return new Coding(CodeSystem.ATC, code);
    }

    public static Coding rxnorm(String code) {
        return new Coding(CodeSystem.RXNORM, code);
    }

    public static Coding snomed(String code) {
        return new Coding(CodeSystem.SNOMED, code);
    }

    public static Coding loinc(String code) {
        return new Coding(CodeSystem.LOINC, code);
    }

    public static CodeSet codes(CodeSystem system, String... codes) {
        return new CodeSet(Map.of(system, List.of(codes)));
    }

    public static Span daysAgo(int days) {
        return Span.day(TODAY.minusDays(days));
    }

    public static PlanRequest request() {
        return request(Standard.COMPREHENSIVE, null);
    }

    public static PlanRequest request(Standard standard) {
        return request(standard, null);
    }

    public static PlanRequest request(String country) {
        return request(Standard.COMPREHENSIVE, country);
    }

    private static PlanRequest request(Standard standard, @org.jspecify.annotations.Nullable String country) {
        return new PlanRequest(TODAY, standard, country, Language.EN);
    }

    public static Interaction interaction(String id, Level level, Interaction.Side a, Interaction.Side b) {
        return new Interaction(id, a, b, level, text(id + " effect"), text(id + " mitigation"), source(id));
    }

    public static Interaction.Side items(String... ids) {
        return new Interaction.Side(List.of(ids), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public static Interaction.Side classes(String... ids) {
        return new Interaction.Side(List.of(), List.of(ids), List.of(), List.of(), List.of(), List.of());
    }

    public static Interaction.Side ingredients(String... names) {
        return new Interaction.Side(List.of(), List.of(), List.of(names), List.of(), List.of(), List.of());
    }

    public static Interaction.Side atcPrefix(String... codes) {
        return new Interaction.Side(List.of(), List.of(), List.of(), List.of(codes), List.of(), List.of());
    }

    public static Interaction.Side atcTogether(String... codes) {
        return new Interaction.Side(List.of(), List.of(), List.of(), List.of(), List.of(codes), List.of());
    }
}
