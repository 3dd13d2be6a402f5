package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** The kinds of evidence as the content calls them. */
    private enum Kind {
        CONDITION("condition", Source.CONDITION),
        ALLERGY("allergy", Source.ALLERGY),
        MEDICINE("medicine", Source.MEDICINE),
        PROCEDURE("procedure", Source.EVENT),
        OBSERVATION("observation", Source.OBSERVATION);

        private final String key;
        private final Source source;

        Kind(String key, Source source) {
            this.key = key;
            this.source = source;
        }
    }

    /** Entries that a code of {@code never-by} rules out. */
    private static final List<Source> NEVER_BY =
            List.of(Source.CONDITION, Source.ALLERGY, Source.MEDICINE, Source.EVENT);

    private static final List<String> ACTIVITIES =
            List.of("active", "recurrence", "relapse", "remission", "inactive", "resolved");

    static final List<String> URGENCIES =
            List.of("emergency-now", "emergency-same-day", "urgent-48h", "urgent-2wk", "routine-referral");

    private final Map<String, List<String>> snomedLists;

    FindingsReader(Content content) {
        this.snomedLists = content.grouped("codes/snomed-wide.csv");
    }

    /** A finding that is no red flag. */
    FindingDefinition plain(Entry entry) {
        FindingDefinition definition = finding(entry);
        entry.sources(true);
        entry.end();
        return definition;
    }

    /** What a red flag is as a finding; {@link #redFlag} reads the rest. */
    FindingDefinition finding(Entry entry) {
        return new FindingDefinition(
                entry.text("id"),
                entry.localized("name"),
                entry.localized("means"),
                entry.word("if-unknown", null, List.of("must-ask", "assume-absent"))
                                .equals("must-ask")
                        ? UnknownPolicy.MUST_ASK
                        : UnknownPolicy.ASSUME_ABSENT,
                askedOf(entry),
                entry.localizedOrNull("question"),
                evidence(entry),
                Expressions.read(entry, "present-when", Expression.NEVER),
                Expressions.read(entry, "absent-when", Expression.NEVER),
                entry.word("ask", "itself", List.of("itself", "parts")).equals("parts"),
                entry.word("when-both", "present", List.of("present", "absent")).equals("absent"));
    }

    static AskedOf askedOf(Entry entry) {
        return entry.word("asked-of", "clinician", List.of("patient", "clinician"))
                        .equals("patient")
                ? AskedOf.PATIENT
                : AskedOf.CLINICIAN;
    }

    RedFlag redFlag(Entry entry) {
        String id = entry.text("id");
        RedFlag flag = new RedFlag(
                id,
                urgency(entry.word("urgency", null, URGENCIES)),
                entry.localized("suspected"),
                entry.localized("action"),
                entry.sources(true),
                id.startsWith("trf-"));
        entry.end();
        return flag;
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
        add(all, entry.entries("evidence"), Effect.PRESENT);
        add(all, entry.entries("absent-by"), Effect.ABSENT);
        add(all, entry.entries("question-by"), Effect.QUESTION);
        Entry never = entry.entryOrNull("never-by");
        if (never != null) {
            CodeSet codes = codes(never);
            never.end();
            for (Source source : NEVER_BY) {
                all.add(new Evidence(Effect.NOTHING, source, codes, true, false, null, false, List.of(), List.of()));
            }
        }
        return all;
    }

    private void add(List<Evidence> all, List<Entry> entries, Effect effect) {
        for (Entry entry : entries) {
            all.add(one(entry, effect));
        }
    }

    private Evidence one(Entry entry, Effect effect) {
        List<String> kinds = new ArrayList<>(1);
        Source source = Source.CONDITION;
        CodeSet codes = new CodeSet(Map.of());
        List<String> values = List.of();
        for (Kind kind : Kind.values()) {
            Entry nested = entry.entryOrNull(kind.key);
            if (nested != null) {
                source = kind.source;
                codes = codes(nested);
                values = kind == Kind.OBSERVATION ? nested.words("value-codes") : List.of();
                nested.end();
            }
            if (entry.has(kind.key)) {
                kinds.add(kind.key);
            }
        }
        if (kinds.size() != 1) {
            entry.reading()
                    .problems()
                    .error(
                            entry.file(),
                            entry.line(),
                            kinds.isEmpty()
                                    ? "evidence names no kind of entry"
                                    : "evidence names " + String.join(" and ", kinds),
                            "Name exactly one of condition, allergy, medicine, procedure, observation.");
        }
        Evidence evidence = new Evidence(
                effect,
                source,
                codes,
                entry.word("status", "active", List.of("active", "ever")).equals("ever"),
                entry.word("verification", "any", List.of("any", "confirmed")).equals("confirmed"),
                entry.wholeOrNull("within-days"),
                entry.word("older", "nothing", List.of("nothing", "question")).equals("question"),
                activities(entry),
                values);
        entry.textOrNull("note");
        entry.end();
        return evidence;
    }

    private static List<Activity> activities(Entry entry) {
        List<Activity> activities = new ArrayList<>(2);
        for (String word : entry.words("clinical-status")) {
            if (ACTIVITIES.contains(word)) {
                activities.add(Activity.valueOf(word.toUpperCase(Locale.ROOT)));
            } else {
                entry.error(
                        "clinical-status",
                        "clinical-status has " + word + ", expected some of " + String.join(", ", ACTIVITIES),
                        Spelling.advice(word, ACTIVITIES, "Choose among them."));
            }
        }
        return activities;
    }

    private CodeSet codes(Entry entry) {
        Map<CodeSystem, List<String>> codes = new EnumMap<>(CodeSystem.class);
        add(codes, CodeSystem.ICD10, IcdCodes.read(entry, "icd10"));
        add(codes, CodeSystem.ICD10_CM, IcdCodes.read(entry, "icd10cm"));
        add(codes, CodeSystem.SNOMED, entry.words("snomed"));
        add(codes, CodeSystem.SNOMED, snomedList(entry));
        add(codes, CodeSystem.LOINC, entry.words("loinc"));
        add(codes, CodeSystem.ATC, entry.words("atc"));
        add(codes, CodeSystem.RXNORM, entry.words("rxnorm"));
        if (codes.isEmpty()) {
            entry.reading()
                    .problems()
                    .error(
                            entry.file(),
                            entry.line(),
                            "names no code",
                            "Add icd10, icd10cm, snomed, atc, rxnorm or loinc.");
        }
        return new CodeSet(codes);
    }

    private static void add(Map<CodeSystem, List<String>> codes, CodeSystem system, List<String> more) {
        if (!more.isEmpty()) {
            codes.put(system, Lists.union(codes.getOrDefault(system, List.of()), more));
        }
    }

    private List<String> snomedList(Entry entry) {
        String name = entry.textOrNull("snomed-list");
        List<String> list = name == null ? List.of() : snomedLists.get(name);
        if (list == null) {
            entry.error(
                    "snomed-list",
                    "codes/snomed-wide.csv has no list " + name,
                    Spelling.advice(String.valueOf(name), snomedLists.keySet(), "Its first column names the lists."));
            return List.of();
        }
        return list;
    }
}
