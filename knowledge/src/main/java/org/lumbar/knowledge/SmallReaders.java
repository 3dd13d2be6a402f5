package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Choice;
import org.lumbar.core.knowledge.Compatibility;
import org.lumbar.core.knowledge.Compatibility.Relation;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.FindingDefinition.AskedOf;
import org.lumbar.core.knowledge.Gate;
import org.lumbar.core.knowledge.Guideline;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.text.LocalizedText;

/** Reads the files that are one short list each. */
final class SmallReaders {

    private final Content content;
    private final Problems problems;
    private final ExpressionReader expressions;

    SmallReaders(Content content, Problems problems, ExpressionReader expressions) {
        this.content = content;
        this.problems = problems;
        this.expressions = expressions;
    }

    List<Measure> measures(List<Entry> entries) {
        List<Measure> measures = new ArrayList<>();
        for (Entry entry : entries) {
            List<Measure.Conversion> conversions = new ArrayList<>();
            for (Entry unit : entry.entries("units")) {
                Double factor = unit.numberOrNull("factor");
                Double offset = unit.numberOrNull("offset");
                conversions.add(new Measure.Conversion(
                        unit.text("code"), factor == null ? 1 : factor, offset == null ? 0 : offset));
                unit.end();
            }
            Range plausible = entry.rangeOrNull("plausible");
            measures.add(new Measure(
                    entry.text("id"),
                    entry.localized("name"),
                    entry.text("unit"),
                    entry.words("loinc"),
                    conversions,
                    entry.textOrNull("default-unit"),
                    plausible == null ? Double.NEGATIVE_INFINITY : plausible.least(),
                    plausible == null ? Double.POSITIVE_INFINITY : plausible.most(),
                    entry.wholeOrNull("valid-days"),
                    Measure.SameDay.valueOf(entry.word("same-day", "newest", List.of("newest", "lowest", "highest"))
                            .toUpperCase(Locale.ROOT)),
                    entry.flag("scale", false),
                    entry.numberOrNull("grows-per-day"),
                    entry.localizedOrNull("question"),
                    entry.word("asked-of", "clinician", List.of("patient", "clinician"))
                                    .equals("patient")
                            ? AskedOf.PATIENT
                            : AskedOf.CLINICIAN));
            entry.words("cite");
            entry.localizedOrNull("note");
            entry.end();
        }
        return measures;
    }

    Map<String, Map<String, Double>> formulas(@Nullable Entry file) {
        Map<String, Map<String, Double>> formulas = new LinkedHashMap<>();
        if (file != null) {
            for (Entry entry : file.entries("formulas")) {
                Map<String, Double> coefficients = new LinkedHashMap<>();
                for (String key : entry.keys()) {
                    if (!key.equals("id") && !key.equals("cite")) {
                        coefficients.put(key, entry.number(key));
                    }
                }
                formulas.put(entry.text("id"), coefficients);
            }
        }
        return formulas;
    }

    List<Gate> gates() {
        List<Gate> gates = new ArrayList<>();
        for (Entry entry : Entry.list("gates.yaml", content.file("gates.yaml"), problems)) {
            gates.add(new Gate(
                    entry.text("id"),
                    entry.localized("name"),
                    entry.localized("means"),
                    entry.textOrNull("finding"),
                    entry.word("effect", "shows", List.of("blocks", "shows")).equals("blocks")));
            entry.end();
        }
        return gates;
    }

    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        Entry file = Entry.single("choices.yaml", content.file("choices.yaml"), problems);
        if (file == null) {
            return choices;
        }
        for (Entry entry : file.entries("choices")) {
            Map<Standard, List<String>> order = new EnumMap<>(Standard.class);
            Entry orders = entry.entryOrNull("order");
            if (orders != null) {
                for (Standard standard : Standard.values()) {
                    if (orders.has(standard.id())) {
                        order.put(standard, orders.words(standard.id()));
                    }
                }
                orders.end();
            }
            Integer atMost = entry.wholeOrNull("at-most");
            entry.textOrNull("standard");
            choices.add(new Choice(
                    entry.text("id"),
                    entry.localized("name"),
                    atMost == null ? 1 : atMost,
                    order,
                    entry.localized("why"),
                    entry.sources(true)));
            entry.end();
        }
        return choices;
    }

    List<Choice.Ladder> ladders() {
        List<Choice.Ladder> ladders = new ArrayList<>(2);
        Entry file = Entry.single("choices.yaml", content.file("choices.yaml"), problems);
        if (file == null) {
            return ladders;
        }
        for (Entry entry : file.entries("ladders")) {
            List<Choice.Step> steps = new ArrayList<>();
            for (Entry step : entry.entries("steps")) {
                Integer number = step.wholeOrNull("step");
                Node when = step.node("when");
                steps.add(new Choice.Step(
                        number == null ? steps.size() + 1 : number,
                        step.localized("name"),
                        step.words("items"),
                        when == null ? null : expressions.read(step, when)));
                step.localizedOrNull("note");
                step.localizedOrNull("why");
                step.sources(true);
                step.end();
            }
            Standard standard = Standard.of(entry.word("standard", null, List.of("comprehensive", "guideline")))
                    .orElse(Standard.COMPREHENSIVE);
            ladders.add(new Choice.Ladder(standard, steps));
            entry.textOrNull("id");
            entry.localizedOrNull("name");
            entry.localizedOrNull("why");
            entry.sources(true);
            entry.end();
        }
        return ladders;
    }

    List<Compatibility> compatibilities() {
        List<Compatibility> pairs = new ArrayList<>();
        Entry file = Entry.single("compatibility.yaml", content.file("compatibility.yaml"), problems);
        if (file == null) {
            return pairs;
        }
        for (Entry entry : file.entries("pairs")) {
            String relation = entry.word(
                    "relation", null, List.of("never-same-day", "never-same-course", "a-before-b", "min-gap"));
            pairs.add(new Compatibility(
                    entry.text("a"),
                    entry.text("b"),
                    Relation.valueOf(relation.toUpperCase(Locale.ROOT).replace('-', '_')),
                    entry.wholeOrNull("minutes"),
                    entry.localizedOrNull("why"),
                    entry.sources(true)));
            entry.localizedOrNull("note");
            entry.end();
        }
        return pairs;
    }

    List<Guideline> guidelines() {
        List<Guideline> guidelines = new ArrayList<>();
        Entry file = Entry.single("guidelines.yaml", content.file("guidelines.yaml"), problems);
        if (file != null) {
            for (Entry entry : file.entries("guidelines")) {
                guidelines.add(new Guideline(
                        entry.text("id"),
                        entry.localized("name"),
                        entry.localized("population"),
                        entry.textOrNull("year"),
                        entry.words("citations")));
                entry.localizedOrNull("note");
                entry.flag("verified", true);
                entry.words("unverified");
                entry.words("cite");
                entry.end();
            }
        }
        return guidelines;
    }

    Map<String, LocalizedText> positionWords() {
        Map<String, LocalizedText> words = new LinkedHashMap<>();
        Entry file = Entry.single("guidelines.yaml", content.file("guidelines.yaml"), problems);
        Entry nested = file == null ? null : file.entryOrNull("position-words");
        if (nested != null) {
            for (String word : nested.keys()) {
                words.put(word, nested.localized(word));
            }
        }
        return words;
    }

    /** Where each item stands, for problems that are found later. */
    Map<String, String> fileOfItem() {
        Map<String, String> files = new LinkedHashMap<>();
        content.folder("items/").keySet().forEach(file -> {
            if (!file.endsWith(".cases.yaml")) {
                files.put(file.substring(file.lastIndexOf('/') + 1, file.length() - ".yaml".length()), file);
            }
        });
        return files;
    }
}
