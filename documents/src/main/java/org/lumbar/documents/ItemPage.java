package org.lumbar.documents;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.DrugClass;
import org.lumbar.core.knowledge.Formulary;
import org.lumbar.core.knowledge.Gate;
import org.lumbar.core.knowledge.Guideline;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.knowledge.Substance;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;

/** Everything that is known of one treatment, whoever the patient is, with its sources written out. */
public final class ItemPage {

    private final Item item;
    private final KnowledgeBase knowledge;
    private final Words words;
    private final Parts parts;
    private final Regimen regimen;
    private final Conditions conditions;
    private final String unverified;

    private ItemPage(Item item, Words words, Parts parts) {
        this.item = item;
        this.knowledge = words.knowledge();
        this.words = words;
        this.parts = parts;
        this.regimen = new Regimen(words);
        this.conditions = new Conditions(words);
        this.unverified = words.unverifiedKey(item.category());
    }

    /** The page of an item. */
    public static String of(Item item, KnowledgeBase knowledge, Language language, TextOptions options) {
        Page page = new Page(options);
        Words words = new Words(knowledge, language);
        page.text(
                0,
                2,
                List.of(
                        Page.span(words.heading(item.name()), Ink.HEADING),
                        Page.span(" (" + item.id() + ")", Ink.FAINT)));
        page.text(0, 2, words.say(item.about()), Ink.PLAIN);
        write(item, words, new Parts(words, page, 0));
        return page.toString();
    }

    /** Writes everything but the name and what it is. */
    static void write(Item item, Words words, Parts parts) {
        new ItemPage(item, words, parts).write();
    }

    private void write() {
        parts.begin("brief");
        writeKind();
        writeRefusal();
        Exercises exercises = new Exercises(words, parts);
        if (item.movement() != null) {
            parts.begin("movement");
            exercises.movement(item);
        }
        parts.begin("when");
        if (item.umbrella()) {
            writeMembers();
        } else if (!item.indicatedWhen().equals(Expression.NEVER)) {
            writeIndication();
        }
        writeRules("item.excluded", item.exclusions(), item.physical());
        writeRules("heading.cautions", item.cautions(), false);
        new ItemInteractions(words, parts).write(item);
        parts.lines(Together.HEADING, new Together(words).all(item));
        writeGates();
        parts.begin("how");
        writeDose();
        if (item.course() != null) {
            parts.line("heading.course", regimen.of(item.course()));
            parts.settings(item.course());
        }
        exercises.sessions(item);
        parts.texts("heading.advice", item.advice());
        parts.texts("heading.monitoring", item.monitor());
        parts.texts("detail.stop", item.stop());
        writeLicences();
        parts.begin("evidence");
        parts.evidence(item);
        parts.dispute(item.dispute());
        parts.conflicts(item.conflicts());
        parts.begin("sources");
        parts.claims(item.sources().claims());
        writeCitations();
        parts.unverified(item.sources(), unverified);
        parts.review(item.review());
    }

    private void writeKind() {
        parts.line("item.category", words.say("category." + item.category()));
        List<String> classes = knowledge.drugClasses().stream()
                .filter(drugClass -> item.classes().contains(drugClass.id()))
                .map(DrugClass::name)
                .map(words::say)
                .toList();
        parts.lines("item.classes", classes);
        List<String> offers = new ArrayList<>();
        for (Standard standard : Standard.values()) {
            offers.add(words.fill(
                    "item.offer",
                    Map.of(
                            "standard",
                            words.say("standard." + standard.id()),
                            "offer",
                            words.offer(item.offer().get(standard)))));
        }
        String availability = switch (item.availability()) {
            case BOTH -> "availability.both";
            case COMPREHENSIVE -> "availability.comprehensive";
            case CHECK_ONLY -> "availability.check-only";
            case EMERGENCY -> "availability.emergency";
            case CLOSED -> "availability.closed";
        };
        parts.line("item.standard", words.say(availability) + " (" + String.join("; ", offers) + ")");
    }

    private void writeRefusal() {
        LocalizedText refused = item.refused();
        if (refused != null) {
            parts.line("item.refused", words.say(refused));
        }
    }

    private void writeMembers() {
        parts.line("item.umbrella", words.say("item.umbrella-means"));
        parts.lines(
                "item.members",
                item.members().stream()
                        .map(id -> words.capital(words.name(id)) + " (" + id + ")")
                        .toList());
    }

    private void writeIndication() {
        List<String> needed = new ArrayList<>();
        if (!item.indicatedWhen().equals(Expression.ALWAYS)) {
            needed.addAll(conditions.conjuncts(item.indicatedWhen()));
        }
        if (item.needsDiagnosis()) {
            needed.add(words.say("item.needs-diagnosis"));
        }
        if (needed.isEmpty()) {
            needed.add(words.say("item.always"));
        }
        parts.lines("item.indicated", needed);
    }

    private void writeRules(String labelKey, List<Item.Rule> rules, boolean physical) {
        List<String> texts = new ArrayList<>();
        if (physical) {
            texts.add(words.capital(words.say("item.physical")));
        }
        Map<String, List<String>> byWhy = new java.util.LinkedHashMap<>();
        for (Item.Rule rule : rules) {
            String why = (rule.why() == null ? "" : words.capital(words.say(rule.why())))
                    + parts.mark(rule.sources(), unverified);
            byWhy.computeIfAbsent(why, w -> new ArrayList<>()).addAll(conditions.alternatives(rule.when()));
        }
        byWhy.forEach((why, when) -> {
            String whom = words.capital(String.join(Words.DOT, when));
            texts.add(why.isBlank() ? whom : words.fill("item.for-whom", Map.of("whom", whom, "what", why.strip())));
        });
        parts.lines(labelKey, texts);
    }

    private void writeGates() {
        List<String> gates = new ArrayList<>();
        for (Gate gate : knowledge.gates()) {
            if (item.gates().contains(gate.id())) {
                gates.add(words.fill(
                        "item.for-whom",
                        Map.of("whom", words.capital(words.say(gate.name())), "what", words.say(gate.means()))));
            }
        }
        parts.lines("heading.gates", gates);
    }

    private void writeDose() {
        Dose dose = item.dose();
        if (dose == null) {
            return;
        }
        String form = dose.form() == null ? "" : " (" + words.say(dose.form()) + ")";
        parts.line("heading.dose", regimen.of(dose) + form);
        List<String> limits = new ArrayList<>();
        dose.ceilings().forEach(ceiling -> limits.add(limit(ceiling)));
        for (Dose.Ingredient ingredient : dose.ingredients()) {
            for (Substance substance : knowledge.substances()) {
                if (substance.id().equals(ingredient.substance())) {
                    substance.ceilings().forEach(ceiling -> limits.add(limit(ceiling)));
                }
            }
        }
        parts.lines("item.ceilings", limits.stream().distinct().toList());
        parts.lines(
                "item.adjustments",
                dose.adjustments().stream()
                        .map(adjustment -> words.fill(
                                "item.for-whom",
                                Map.of(
                                        "whom",
                                        words.capital(conditions.say(adjustment.when())),
                                        "what",
                                        words.say(adjustment.text()))))
                        .toList());
    }

    private String limit(Substance.Ceiling ceiling) {
        String amount = words.quantity("unit.mg", ceiling.mgPerDay());
        String what = words.fill(
                "dose.of-substance",
                Map.of(
                        "substance",
                        words.capital(regimen.substance(ceiling.substance())) + ":",
                        "amount",
                        words.fill("dose.day-limit", "amounts", amount)));
        if (!ceiling.countries().isEmpty()) {
            what = words.fill(
                    "item.in-countries", Map.of("what", what, "countries", String.join(", ", ceiling.countries())));
        }
        if (!ceiling.when().equals(Expression.ALWAYS)) {
            what += ", " + conditions.say(ceiling.when());
        }
        return what + parts.mark(ceiling.sources(), unverified);
    }

    private void writeLicences() {
        List<String> licences = new ArrayList<>();
        for (Formulary formulary : knowledge.formularies().values().stream()
                .sorted(java.util.Comparator.comparing(Formulary::country))
                .toList()) {
            Formulary.Entry entry = formulary.medicines().get(item.id());
            if (entry != null) {
                String licence = entry.licensed()
                        ? words.fill("licence.yes", "supply", words.say("supply." + entry.supply()))
                        : words.say("licence.no");
                String note = entry.note() == null ? "" : " – " + words.say(entry.note());
                licences.add(words.say(formulary.name()) + ": " + licence + note
                        + parts.mark(entry.sources(), Words.UNVERIFIED));
            }
        }
        parts.lines("item.licences", licences);
    }

    private void writeCitations() {
        Set<String> cited = new LinkedHashSet<>(item.sources().citations());
        item.exclusions().forEach(rule -> cited.addAll(rule.sources().citations()));
        item.cautions().forEach(rule -> cited.addAll(rule.sources().citations()));
        for (Guideline guideline : knowledge.guidelines()) {
            if (item.evidence().position().containsKey(guideline.id())) {
                cited.addAll(guideline.citations().stream().limit(1).toList());
            }
        }
        item.conflicts().forEach(conflict -> conflict.sides().forEach(side -> cited.addAll(side.citations())));
        parts.citations(cited);
    }
}
