package org.lumbar.chart;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one patient today: the fold over the entries of the patient's stream. Entries of other kinds than those of
 * {@link Kind} change nothing.
 *
 * @param sequence of the last entry, which the next append expects
 * @param patient FHIR Patient
 * @param resources FHIR resources by {@code Type/id}, in the order in which they were first written
 * @param answers newest answers by the id of the finding or measure; those taken back are left out
 * @param edits what was chosen or removed by hand, by item
 * @param overrides what was decided against rules, by item; the newest of an item counts, an empty item is an emergency
 * @param orders how items are ordered, by item
 * @param signed signed plans, oldest first
 * @param performed what became of treatments, each in its last wording, oldest first
 * @param practised what instructors saw, oldest first
 * @param flags open and cleared, oldest first
 */
public record PatientChart(
        String id,
        long sequence,
        Map<String, Object> patient,
        Map<String, Map<String, Object>> resources,
        Map<String, Answer> answers,
        Map<String, Edit> edits,
        Map<String, Overridden> overrides,
        Map<String, Map<String, Object>> orders,
        List<SignedPlan> signed,
        List<Performed> performed,
        List<Practised> practised,
        List<Flag> flags,
        Instant changedAt) {

    private static final String PREFIX = "patient/";

    public PatientChart {
        patient = Map.copyOf(patient);
        resources = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(resources));
        answers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        edits = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(edits));
        overrides = Map.copyOf(overrides);
        orders = Map.copyOf(orders);
        signed = List.copyOf(signed);
        performed = List.copyOf(performed);
        practised = List.copyOf(practised);
        flags = List.copyOf(flags);
    }

    /**
     * An answer of the interview.
     *
     * @param value Boolean or BigDecimal
     */
    public record Answer(String finding, Object value, Instant at, String author) {}

    /**
     * A change that a clinician made to what the planner proposes.
     *
     * @param chosen true when the item was added, false when it was taken out
     * @param note why, in the clinician's words; may be empty
     */
    public record Edit(String item, boolean chosen, String note, Instant at, String author) {}

    /**
     * A decision to give an item in spite of rules that speak against it.
     *
     * @param knowledge SHA-256 of the content whose rules they are
     */
    public record Overridden(String item, String knowledge, List<Rule> rules, Instant at, String author) {
        public Overridden {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A rule that was overridden.
     *
     * @param kind what the rule is about
     * @param reason code of why
     * @param text why in the clinician's words; may be empty
     * @param facts what the rule rested on; when this changes, the decision has lapsed
     * @param says the rule in words, as it was shown
     */
    public record Rule(String rule, String kind, String reason, String text, List<String> facts, String says) {
        public Rule {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A plan that was signed, immutable.
     *
     * @param version from 1
     * @param sequence of the entry: the chart up to here is what the plan was made from
     * @param sheet SHA-256 of the document
     */
    public record SignedPlan(
            int version, long sequence, Instant at, String author, String sheet, Map<String, Object> content) {}

    /** A name as FHIR has it: the given names include a patronymic. */
    public record Name(String family, List<String> given) {
        public Name {
            given = List.copyOf(given);
        }

        /** Family name first, as lists sort. */
        public String formal() {
            return Stream.concat(Stream.of(family), given.stream())
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(" "));
        }
    }

    /** The stream of a patient. */
    public static String stream(String id) {
        return PREFIX + id;
    }

    /** The patient whose stream this is; null when it is no patient's. */
    public static @Nullable String idOf(String stream) {
        return stream.startsWith(PREFIX) ? stream.substring(PREFIX.length()) : null;
    }

    /**
     * Folds the entries of one patient's stream.
     *
     * @param entries from the first on, without gaps; an earlier end gives the chart of that time
     */
    public static PatientChart of(List<Entry> entries) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("A chart begins with an entry");
        }
        String id = idOf(entries.getFirst().stream());
        if (id == null) {
            throw new IllegalArgumentException(entries.getFirst().stream() + " is no patient's stream");
        }
        Fold fold = new Fold();
        entries.forEach(fold::add);
        Entry last = entries.getLast();
        return new PatientChart(
                id,
                last.sequence(),
                fold.patient,
                fold.resources,
                fold.answers,
                fold.edits,
                fold.overrides,
                fold.orders,
                fold.signed,
                fold.performed,
                fold.practised,
                fold.flags,
                last.at());
    }

    /** The official name. */
    public Name name() {
        List<Map<String, Object>> names = Json.maps(patient, "name");
        return names.isEmpty()
                ? new Name("", List.of())
                : new Name(Json.text(names.getFirst(), "family"), Json.strings(names.getFirst(), "given"));
    }

    /** FHIR code of the administrative sex; empty when it is not stated. */
    public String sex() {
        return Json.text(patient, "gender");
    }

    /** As precise as it is known; empty when it is not. */
    public String birthDate() {
        return Json.text(patient, "birthDate");
    }

    /** BCP 47 code of the language that the patient reads; empty when it is not stated. */
    public String language() {
        return Json.maps(patient, "communication").stream()
                .map(each -> Json.map(each, "language"))
                .filter(java.util.Objects::nonNull)
                .flatMap(language -> Json.maps(language, "coding").stream())
                .map(coding -> Json.text(coding, "code"))
                .findFirst()
                .orElse("");
    }

    /** Resources of one type, in the order in which they were first written. */
    public List<Map<String, Object>> resources(String type) {
        return resources.values().stream()
                .filter(resource -> Json.text(resource, "resourceType").equals(type))
                .toList();
    }

    /** What a physician has to look at first, oldest first. */
    public List<Flag> openFlags() {
        return flags.stream().filter(Flag::open).toList();
    }

    private static final class Fold {
        private Map<String, Object> patient = Map.of();
        private final Map<String, Map<String, Object>> resources = new LinkedHashMap<>();
        private final Map<String, Answer> answers = new LinkedHashMap<>();
        private final Map<String, Edit> edits = new LinkedHashMap<>();
        private final Map<String, Overridden> overrides = new LinkedHashMap<>();
        private final Map<String, Map<String, Object>> orders = new LinkedHashMap<>();
        private final List<SignedPlan> signed = new ArrayList<>();
        private final List<Performed> performed = new ArrayList<>();
        private final List<Practised> practised = new ArrayList<>();
        private final List<Flag> flags = new ArrayList<>();

        void add(Entry entry) {
            Map<String, Object> content = entry.content();
            switch (entry.kind()) {
                case Kind.REGISTERED -> patient = content;
                case Kind.RECORDED ->
                    resources.put(Json.text(content, "resourceType") + "/" + Json.text(content, "id"), content);
                case Kind.WITHDRAWN -> resources.remove(Json.text(content, "resource"));
                case Kind.ANSWERED -> answer(entry, content);
                case Kind.CHOSEN -> edit(entry, content, true, "note");
                case Kind.REMOVED -> edit(entry, content, false, "reason");
                case Kind.OVERRIDDEN -> override(entry, content);
                case Kind.DOSED -> orders.put(Json.text(content, "item"), content);
                case Kind.SIGNED ->
                    signed.add(new SignedPlan(
                            ((BigDecimal) content.getOrDefault("version", BigDecimal.ZERO)).intValue(),
                            entry.sequence(),
                            entry.at(),
                            entry.author(),
                            Json.text(content, "sheet"),
                            content));
                case Kind.PERFORMED -> perform(Performed.of(entry));
                case Kind.PRACTISED -> practised.add(Practised.of(entry));
                case Kind.FLAGGED -> flags.add(Flag.of(entry));
                case Kind.FLAG_CLEARED ->
                    flags.replaceAll(flag -> flag.sequence() == Flag.cleared(entry) ? flag.by(entry) : flag);
                default -> {}
            }
        }

        private void perform(Performed one) {
            Long corrected = one.corrects();
            if (corrected != null) {
                performed.removeIf(before -> before.sequence() == corrected);
            }
            performed.add(one);
        }

        private void answer(Entry entry, Map<String, Object> content) {
            String finding = Json.text(content, "finding");
            Object value = content.getOrDefault("value", Json.NULL);
            answers.remove(finding);
            if (!value.equals(Json.NULL)) {
                answers.put(finding, new Answer(finding, value, entry.at(), entry.author()));
            }
        }

        private void override(Entry entry, Map<String, Object> content) {
            String item = Json.text(content, "item");
            List<Rule> rules = Json.maps(content, "rules").stream()
                    .map(rule -> new Rule(
                            Json.text(rule, "rule"),
                            Json.text(rule, "kind"),
                            Json.text(rule, "reason"),
                            Json.text(rule, "text"),
                            Json.strings(rule, "facts"),
                            Json.text(rule, "says")))
                    .toList();
            overrides.put(
                    item, new Overridden(item, Json.text(content, "knowledge"), rules, entry.at(), entry.author()));
        }

        private void edit(Entry entry, Map<String, Object> content, boolean chosen, String noteName) {
            String item = Json.text(content, "item");
            edits.remove(item);
            edits.put(item, new Edit(item, chosen, Json.text(content, noteName), entry.at(), entry.author()));
        }
    }
}
