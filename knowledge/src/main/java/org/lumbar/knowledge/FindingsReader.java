package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.FindingDefinition.AskedOf;
import org.lumbar.core.knowledge.FindingDefinition.CodeSet;
import org.lumbar.core.knowledge.FindingDefinition.Effect;
import org.lumbar.core.knowledge.FindingDefinition.Evidence;
import org.lumbar.core.knowledge.FindingDefinition.Source;
import org.lumbar.core.knowledge.FindingDefinition.UnknownPolicy;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Urgency;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Entry.Activity;

/** Reads findings and red flags. */
final class FindingsReader {

    private static final Map<String, CodeSystem> SYSTEMS = Map.of(
            "icd10", CodeSystem.ICD10,
            "icd10cm", CodeSystem.ICD10_CM,
            "snomed", CodeSystem.SNOMED,
            "loinc", CodeSystem.LOINC,
            "atc", CodeSystem.ATC,
            "rxnorm", CodeSystem.RXNORM);

    private static final Map<String, Source> SOURCES = Map.of(
            "condition", Source.CONDITION,
            "allergy", Source.ALLERGY,
            "medicine", Source.MEDICINE,
            "procedure", Source.EVENT,
            "observation", Source.OBSERVATION);

    private static final List<String> URGENCIES =
            List.of("emergency-now", "emergency-same-day", "urgent-48h", "urgent-2wk", "routine-referral");

    private final ExpressionReader expressions;
    private final Map<String, List<String>> snomedLists;

    FindingsReader(ExpressionReader expressions, Map<String, List<String>> snomedLists) {
        this.expressions = expressions;
        this.snomedLists = snomedLists;
    }

    FindingDefinition finding(Entry entry) {
        FindingDefinition definition = new FindingDefinition(
                entry.text("id"),
                entry.localized("name"),
                entry.localized("means"),
                entry.word("if-unknown", null, List.of("must-ask", "assume-absent"))
                                .equals("must-ask")
                        ? UnknownPolicy.MUST_ASK
                        : UnknownPolicy.ASSUME_ABSENT,
                entry.word("asked-of", "clinician", List.of("patient", "clinician"))
                                .equals("patient")
                        ? AskedOf.PATIENT
                        : AskedOf.CLINICIAN,
                entry.localizedOrNull("question"),
                evidence(entry),
                expressions.read(entry, "present-when", Expression.NEVER),
                expressions.read(entry, "absent-when", Expression.NEVER),
                entry.word("ask", "itself", List.of("itself", "parts")).equals("parts"),
                entry.word("when-both", "present", List.of("present", "absent")).equals("absent"));
        return definition;
    }

    RedFlag redFlag(Entry entry) {
        String id = entry.text("id");
        return new RedFlag(
                id,
                urgency(entry.word("urgency", null, URGENCIES)),
                entry.localized("suspected"),
                entry.localized("action"),
                entry.sources(true),
                id.startsWith("trf-"));
    }

    private static Urgency urgency(String id) {
        for (Urgency urgency : Urgency.values()) {
            if (urgency.id().equals(id)) {
                return urgency;
            }
        }
        return Urgency.EMERGENCY_NOW;
    }

    private List<Evidence> evidence(Entry entry) {
        List<Evidence> all = new ArrayList<>();
        entry.entries("evidence").forEach(e -> all.add(one(e, Effect.PRESENT)));
        entry.entries("absent-by").forEach(e -> all.add(one(e, Effect.ABSENT)));
        entry.entries("question-by").forEach(e -> all.add(one(e, Effect.QUESTION)));
        Entry never = entry.entryOrNull("never-by");
        if (never != null) {
            CodeSet codes = codes(never);
            never.end();
            for (Source source : Set.of(Source.CONDITION, Source.ALLERGY, Source.MEDICINE, Source.EVENT)) {
                all.add(new Evidence(Effect.NOTHING, source, codes, true, false, null, false, List.of(), List.of()));
            }
        }
        return all;
    }

    private Evidence one(Entry entry, Effect effect) {
        Source source = Source.CONDITION;
        CodeSet codes = new CodeSet(Map.of());
        List<String> values = List.of();
        int kinds = 0;
        for (Map.Entry<String, Source> kind : SOURCES.entrySet()) {
            Entry nested = entry.entryOrNull(kind.getKey());
            if (nested != null) {
                kinds++;
                source = kind.getValue();
                codes = codes(nested);
                values = nested.words("value-codes");
                nested.end();
            }
        }
        if (kinds != 1) {
            entry.problems()
                    .error(
                            entry.file(),
                            entry.line(),
                            "evidence names " + kinds + " kinds of entries",
                            "Name exactly one of condition, allergy, medicine, procedure, observation.");
        }
        boolean question =
                entry.word("older", "nothing", List.of("nothing", "question")).equals("question");
        Evidence evidence = new Evidence(
                effect,
                source,
                codes,
                entry.word("status", "active", List.of("active", "ever")).equals("ever"),
                entry.word("verification", "any", List.of("any", "confirmed")).equals("confirmed"),
                entry.wholeOrNull("within-days"),
                question,
                activities(entry),
                values);
        entry.textOrNull("note");
        entry.end();
        return evidence;
    }

    private static List<Activity> activities(Entry entry) {
        List<Activity> activities = new ArrayList<>(2);
        for (String word : entry.words("clinical-status")) {
            try {
                activities.add(Activity.valueOf(word.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                entry.error(
                        "clinical-status",
                        "clinical-status has " + word,
                        "Use active, recurrence, relapse, remission, inactive or resolved.");
            }
        }
        return activities;
    }

    private CodeSet codes(Entry entry) {
        Map<CodeSystem, List<String>> codes = new EnumMap<>(CodeSystem.class);
        SYSTEMS.forEach((key, system) -> {
            List<String> list = new ArrayList<>();
            for (String code : entry.words(key)) {
                boolean icd = system == CodeSystem.ICD10 || system == CodeSystem.ICD10_CM;
                list.addAll(icd ? expand(entry, key, code) : List.of(code));
            }
            if (!list.isEmpty()) {
                codes.put(system, list);
            }
        });
        String wide = entry.textOrNull("snomed-list");
        if (wide != null) {
            List<String> list = new ArrayList<>(codes.getOrDefault(CodeSystem.SNOMED, List.of()));
            List<String> more = snomedLists.get(wide);
            if (more == null) {
                entry.error(
                        "snomed-list",
                        "codes/snomed-wide.csv has no list " + wide,
                        "Check the finding's id in its first column.");
            } else {
                list.addAll(more);
                codes.put(CodeSystem.SNOMED, list.stream().distinct().toList());
            }
        }
        return new CodeSet(codes);
    }

    /** ICD codes without dots; a range of three-character categories as all of its members. */
    private static List<String> expand(Entry entry, String key, String code) {
        int dash = code.indexOf('-');
        if (dash < 0) {
            return List.of(plain(code));
        }
        String from = plain(code.substring(0, dash));
        String to = plain(code.substring(dash + 1));
        if (from.length() != 3 || to.length() != 3) {
            entry.error(key, code + " is not a range of three-character categories", "Write it as J00-J06.");
            return List.of();
        }
        List<String> all = new ArrayList<>();
        for (char letter = from.charAt(0); letter <= to.charAt(0); letter++) {
            int first = letter == from.charAt(0) ? digits(entry, key, from) : 0;
            int last = letter == to.charAt(0) ? digits(entry, key, to) : 99;
            for (int number = first; number <= last; number++) {
                all.add(letter + String.format(Locale.ROOT, "%02d", number));
            }
        }
        return all;
    }

    private static int digits(Entry entry, String key, String category) {
        try {
            return Integer.parseInt(category.substring(1));
        } catch (NumberFormatException e) {
            entry.error(key, category + " is not a three-character category", "Write it as J00-J06.");
            return 0;
        }
    }

    private static String plain(String code) {
        return code.toUpperCase(Locale.ROOT)
                .replace(".", "")
                .replace("*", "")
                .replace("+", "")
                .strip();
    }
}
