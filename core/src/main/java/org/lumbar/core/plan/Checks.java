package org.lumbar.core.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.lumbar.core.finding.Findings;
import org.lumbar.core.finding.Vocabulary;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Interaction;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Sources;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.plan.Reason.Word;
import org.lumbar.core.text.LocalizedText;

/** Tells what nobody could check and what is taken already in spite of a rule, so that it never passes in silence. */
final class Checks {

    /** Why an item is withheld, and how that is said of a medicine that is taken. */
    private static final Map<String, String> PATTERNS =
            Map.of(Reason.EXCLUDED, Reason.TAKEN_AGAINST, Reason.ALLERGY, Reason.TAKEN_ALLERGY);

    private static final String FINDING = "finding";

    /** Told by a check of its own. */
    private static final List<String> UNNAMED_ALLERGY = List.of(Vocabulary.DRUG_HYPERSENSITIVITY);

    private final KnowledgeBase knowledge;
    private final Naming naming;
    private final InteractionIndex interactions;
    /** The single items of an ATC code, or of a group of codes. */
    private final Map<String, List<CompiledItem>> products = new HashMap<>();

    private final Map<String, List<CompiledItem>> byIngredient = new HashMap<>();

    Checks(KnowledgeBase knowledge, Naming naming, InteractionIndex interactions, List<CompiledItem> items) {
        this.knowledge = knowledge;
        this.naming = naming;
        this.interactions = interactions;
        for (CompiledItem compiled : items) {
            if (!compiled.umbrella) {
                compiled.item
                        .atc()
                        .forEach(code -> products.computeIfAbsent(code, c -> new ArrayList<>(1))
                                .add(compiled));
                Dose dose = compiled.item.dose();
                if (dose != null) {
                    dose.ingredients()
                            .forEach(one -> byIngredient
                                    .computeIfAbsent(one.substance(), s -> new ArrayList<>(2))
                                    .add(compiled));
                }
            }
        }
    }

    /**
     * What should not be taken, what could not be checked, and what the record contradicts itself about.
     *
     * @param withheld what speaks against an item
     */
    List<Reason> of(Case patient, Function<CompiledItem, List<Reason>> withheld) {
        Findings findings = patient.findings();
        List<Reason> checks = new ArrayList<>();
        interactions.among(patient.exposure()).forEach(pair -> checks.add(together(pair)));
        for (Findings.CurrentMedicine medicine : findings.medicines()) {
            checks.addAll(against(medicine, withheld));
        }
        if (findings.medicines().isEmpty()) {
            checks.add(check("check/no-medicines", "check.no-medicines", List.of(), List.of()));
        }
        for (Findings.CurrentMedicine medicine : findings.medicines()) {
            if (!medicine.resolved()) {
                checks.add(check(
                        "check/unknown-medicine",
                        "check.unknown-medicine",
                        List.of(Word.of("medicine", medicine.label())),
                        List.of(medicine.ref())));
            }
        }
        if (findings.allergensNamed()) {
            List<LocalizedText> allergens = texts(
                    findings.allergens().stream().map(Findings.Allergen::label).toList());
            checks.add(check(
                    "check/allergens",
                    "check.allergens",
                    List.of(new Word("allergens", allergens)),
                    findings.allergens().stream().map(Findings.Allergen::ref).toList()));
        }
        for (Findings.Conflict conflict : findings.conflicts()) {
            String id = knowledge.findings().get(conflict.finding()).id();
            boolean present = conflict.taken() == Truth.TRUE;
            checks.add(check(
                    "check/conflict/" + id,
                    present ? "check.conflict-present" : "check.conflict-absent",
                    List.of(
                            Word.of("finding", naming.name(id)),
                            new Word("present", texts(conflict.forPresent())),
                            new Word("absent", texts(conflict.forAbsent()))),
                    List.of(id)));
        }
        findings.notes()
                .forEach(note -> checks.add(check(
                        "check/" + note.textKey(),
                        note.textKey(),
                        List.of(Word.of("where", note.where()), Word.of("detail", note.detail())),
                        List.of(note.where()))));
        return checks;
    }

    private Reason together(InteractionIndex.Pair pair) {
        Interaction interaction = pair.interaction();
        return new Reason(
                "check/together/" + interaction.id(),
                Reason.TAKEN_TOGETHER,
                List.of(
                        Word.of("first", pair.first().label()),
                        Word.of("second", pair.second().label()),
                        Word.of(
                                "level",
                                knowledge.text(
                                        "interaction." + interaction.level().id()))),
                interaction.effect(),
                List.of(pair.first().ref(), pair.second().ref()),
                interaction.mitigation(),
                interaction.sources());
    }

    /** Why a medicine that is taken should not be, by the items that it is a product of: one line for each kind of reason. */
    private List<Reason> against(Findings.CurrentMedicine medicine, Function<CompiledItem, List<Reason>> withheld) {
        Map<String, List<Reason>> byPattern = new LinkedHashMap<>();
        Set<CompiledItem> found = products(medicine);
        List<Reason> all = found.isEmpty()
                ? shared(group(medicine), withheld)
                : found.stream().flatMap(one -> withheld.apply(one).stream()).toList();
        for (Reason reason : all) {
            String pattern = PATTERNS.get(reason.pattern());
            if (pattern != null && !reason.findings().equals(UNNAMED_ALLERGY)) {
                byPattern.computeIfAbsent(pattern, p -> new ArrayList<>()).add(reason);
            }
        }
        List<Reason> taken = new ArrayList<>(byPattern.size());
        byPattern.forEach((pattern, reasons) -> taken.add(taken(medicine, pattern, reasons)));
        return taken;
    }

    /** By its ATC codes; without one, whatever holds one of its ingredients. */
    private Set<CompiledItem> products(Findings.CurrentMedicine medicine) {
        Set<CompiledItem> found = new LinkedHashSet<>(2);
        if (medicine.atc().isEmpty()) {
            medicine.ingredients().forEach(one -> found.addAll(byIngredient.getOrDefault(one, List.of())));
        }
        for (String code : medicine.atc()) {
            for (int length = 1; length <= code.length(); length++) {
                found.addAll(products.getOrDefault(code.substring(0, length), List.of()));
            }
        }
        return found;
    }

    /** What a medicine may be of which only the group is known. */
    private List<CompiledItem> group(Findings.CurrentMedicine medicine) {
        return products.keySet().stream()
                .filter(code -> medicine.atc().stream().anyMatch(code::startsWith))
                .sorted()
                .flatMap(code -> products.get(code).stream())
                .toList();
    }

    /** What speaks against each of them, so against the one that is taken too. */
    private static List<Reason> shared(List<CompiledItem> some, Function<CompiledItem, List<Reason>> withheld) {
        List<Reason> shared = new ArrayList<>();
        for (int i = 0; i < some.size() && (i == 0 || !shared.isEmpty()); i++) {
            List<Reason> own = withheld.apply(some.get(i));
            if (i == 0) {
                shared.addAll(own);
            } else {
                shared.removeIf(reason -> own.stream().noneMatch(other -> same(reason, other)));
            }
        }
        return shared;
    }

    private static boolean same(Reason one, Reason other) {
        return one.pattern().equals(other.pattern()) && one.findings().equals(other.findings());
    }

    private static Reason taken(Findings.CurrentMedicine medicine, String pattern, List<Reason> reasons) {
        List<LocalizedText> against = reasons.stream()
                .flatMap(reason -> reason.words().stream())
                .filter(word -> word.place().equals(FINDING))
                .flatMap(word -> word.values().stream())
                .distinct()
                .toList();
        List<String> findings = reasons.stream()
                .flatMap(reason -> reason.findings().stream())
                .distinct()
                .toList();
        return new Reason(
                "check/taken/" + medicine.ref(),
                pattern,
                List.of(Word.of("medicine", medicine.label()), new Word(FINDING, against)),
                null,
                findings,
                null,
                new Sources(
                        reasons.stream()
                                .flatMap(reason -> reason.sources().citations().stream())
                                .distinct()
                                .toList(),
                        List.of(),
                        reasons.stream().allMatch(reason -> reason.sources().verified()),
                        List.of()));
    }

    private static List<LocalizedText> texts(List<String> values) {
        return values.stream().map(value -> new LocalizedText(value, value)).toList();
    }

    private static Reason check(String rule, String pattern, List<Word> words, List<String> findings) {
        return new Reason(rule, pattern, words, null, findings, null, Sources.NONE);
    }
}
