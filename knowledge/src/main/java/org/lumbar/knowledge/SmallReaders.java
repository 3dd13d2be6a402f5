package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lumbar.core.knowledge.Choice;
import org.lumbar.core.knowledge.Citation;
import org.lumbar.core.knowledge.Compatibility;
import org.lumbar.core.knowledge.Compatibility.Procedure;
import org.lumbar.core.knowledge.Compatibility.Relation;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Gate;
import org.lumbar.core.knowledge.Guideline;
import org.lumbar.core.knowledge.Measure;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.text.LocalizedText;

/** Reads the files that are one short list each. */
final class SmallReaders {

    private static final List<String> STANDARDS = List.of("comprehensive", "guideline");

    private final Reading reading;

    SmallReaders(Reading reading) {
        this.reading = reading;
    }

    List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        for (Entry entry : reading.mapping("measures.yaml").entries("measures")) {
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
                    FindingsReader.askedOf(entry)));
            entry.ids("cite", Ids.Kind.CITATION);
            entry.localizedOrNull("note");
            entry.end();
        }
        return measures;
    }

    /** Coefficients of published formulas by name. */
    Map<String, Map<String, Double>> formulas() {
        Map<String, Map<String, Double>> formulas = new LinkedHashMap<>();
        for (Entry entry : reading.mapping("measures.yaml").entries("formulas")) {
            entry.ids("cite", Ids.Kind.CITATION);
            Map<String, Double> coefficients = new LinkedHashMap<>();
            for (String key : entry.keys()) {
                if (!key.equals("id") && !key.equals("cite")) {
                    coefficients.put(key, entry.number(key));
                }
            }
            formulas.put(entry.text("id"), coefficients);
        }
        return formulas;
    }

    List<Gate> gates() {
        List<Gate> gates = new ArrayList<>();
        for (Entry entry : reading.list("gates.yaml")) {
            gates.add(new Gate(
                    entry.text("id"),
                    entry.localized("name"),
                    entry.localized("means"),
                    entry.idOrNull("finding", Ids.Kind.FINDING),
                    entry.word("effect", "shows", List.of("blocks", "shows")).equals("blocks")));
            entry.end();
        }
        return gates;
    }

    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (Entry entry : reading.mapping("choices.yaml").entries("choices")) {
            Map<Standard, List<String>> order = new EnumMap<>(Standard.class);
            Entry orders = entry.entryOrNull("order");
            if (orders != null) {
                for (Standard standard : Standard.values()) {
                    if (orders.has(standard.id())) {
                        order.put(standard, orders.ids(standard.id(), Ids.Kind.TREATMENT));
                    }
                }
                orders.end();
            }
            Integer atMost = entry.wholeOrNull("at-most");
            entry.word("standard", "comprehensive", STANDARDS);
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
        for (Entry entry : reading.mapping("choices.yaml").entries("ladders")) {
            List<Choice.Step> steps = new ArrayList<>();
            for (Entry step : entry.entries("steps")) {
                Integer number = step.wholeOrNull("step");
                steps.add(new Choice.Step(
                        number == null ? steps.size() + 1 : number,
                        step.localized("name"),
                        step.ids("items", Ids.Kind.TREATMENT),
                        step.has("when") ? Expressions.read(step, "when", Expression.NEVER) : null));
                step.localizedOrNull("note");
                step.localizedOrNull("why");
                step.sources(true);
                step.end();
            }
            Standard standard =
                    Standard.of(entry.word("standard", null, STANDARDS)).orElse(Standard.COMPREHENSIVE);
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
        Map<String, Procedure> named = procedures();
        List<Compatibility> pairs = new ArrayList<>();
        for (Entry entry : reading.mapping("compatibility.yaml").entries("pairs")) {
            String relation = entry.word(
                    "relation", null, List.of("never-same-day", "never-same-course", "a-before-b", "min-gap"));
            pairs.add(new Compatibility(
                    procedure(entry, "a", named),
                    procedure(entry, "b", named),
                    Relation.valueOf(relation.toUpperCase(Locale.ROOT).replace('-', '_')),
                    entry.wholeOrNull("minutes"),
                    entry.localizedOrNull("why"),
                    entry.sources(true)));
            entry.localizedOrNull("note");
            entry.end();
        }
        return pairs;
    }

    /** The procedures that only this file names, by id. */
    private Map<String, Procedure> procedures() {
        Map<String, Procedure> named = new HashMap<>();
        for (Entry entry : reading.mapping("compatibility.yaml").entries("procedures")) {
            String id = entry.text("id");
            named.put(
                    id,
                    new Procedure(
                            id,
                            entry.localized("name"),
                            entry.ids("items", Ids.Kind.TREATMENT),
                            entry.ids("classes", Ids.Kind.CLASS)));
            entry.end();
        }
        return named;
    }

    /** An item, which may be a class too, or one of the procedures that only this file names. */
    private Procedure procedure(Entry entry, String key, Map<String, Procedure> named) {
        String id = entry.text(key);
        if (!reading.ids().has(Ids.Kind.TREATMENT, id)) {
            entry.id(key, Ids.Kind.PROCEDURE);
        }
        return named.getOrDefault(id, new Procedure(id, null, List.of(), List.of()));
    }

    List<Guideline> guidelines() {
        List<Guideline> guidelines = new ArrayList<>();
        for (Entry entry : reading.mapping("guidelines.yaml").entries("guidelines")) {
            guidelines.add(new Guideline(
                    entry.text("id"),
                    entry.localized("name"),
                    entry.localized("population"),
                    entry.textOrNull("year"),
                    entry.ids("citations", Ids.Kind.CITATION)));
            entry.localizedOrNull("note");
            entry.sources(true);
            entry.end();
        }
        return guidelines;
    }

    Map<String, LocalizedText> positionWords() {
        Entry words = reading.mapping("guidelines.yaml").entryOrNull("position-words");
        return words == null ? Map.of() : texts(words);
    }

    /** Sentence patterns by key. */
    Map<String, LocalizedText> texts() {
        return texts(reading.mapping("texts.yaml"));
    }

    private static Map<String, LocalizedText> texts(Entry entry) {
        Map<String, LocalizedText> texts = new LinkedHashMap<>();
        entry.keys().forEach(key -> texts.put(key, entry.localized(key)));
        return texts;
    }

    List<Citation> citations() {
        List<Citation> citations = new ArrayList<>();
        for (Entry entry : reading.lists("citations/")) {
            citations.add(new Citation(
                    entry.text("id"),
                    entry.text("cite"),
                    entry.textOrNull("url"),
                    entry.textOrNull("year"),
                    entry.word("seen", "none", List.of("page", "secondary", "code", "none"))));
            entry.textOrNull("on");
            entry.textOrNull("where");
            entry.textOrNull("note");
            entry.end();
        }
        return citations;
    }
}
