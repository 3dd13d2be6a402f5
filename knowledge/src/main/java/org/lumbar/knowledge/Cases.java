package org.lumbar.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Outcome;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.text.Language;

/** The worked cases beside items: people, what is different about them, and what the plan must say of the item. */
public final class Cases {

    /** A case and where it stands. */
    public record Case(String item, String file, int line, String name, Given given, Expected expected) {
        @Override
        public String toString() {
            return item + ": " + name;
        }
    }

    /** What is different about the person. */
    public record Given(
            String person,
            List<String> present,
            List<String> absent,
            List<String> unknown,
            Map<String, Double> measures,
            List<Map<String, String>> medicines,
            List<Map<String, String>> allergies,
            Standard standard,
            @Nullable String country) {

        /** Stands in for a person that was refused. */
        static final Given NOBODY = new Given(
                "?", List.of(), List.of(), List.of(), Map.of(), List.of(), List.of(), Standard.COMPREHENSIVE, null);
    }

    /** What the plan must say. */
    public record Expected(String status, List<String> because, List<String> missing) {}

    private static final List<String> STATUSES = List.of(
            "offered",
            "recommended",
            "optional",
            "discretion",
            "needs-information",
            "withheld",
            "not-indicated",
            "refused");

    private final List<Case> cases = new ArrayList<>();
    private final Map<String, Persona> people = new LinkedHashMap<>();
    private final Problems problems;

    Cases(Reading reading) {
        this.problems = reading.problems();
        for (Entry entry : reading.list("personas.yaml")) {
            Persona persona = Persona.read(entry);
            people.put(persona.id(), persona);
        }
        SortedMap<String, Node> files = reading.content().folder("items/");
        for (String file : files.keySet()) {
            if (Layout.isCases(file)) {
                String item = file.substring(file.lastIndexOf('/') + 1, file.length() - ".cases.yaml".length());
                if (!files.containsKey(file.replace(".cases.yaml", ".yaml"))) {
                    problems.error(file, 1, "stands beside no item", "Give it the name of an item in this folder.");
                }
                reading.list(file).forEach(entry -> cases.add(read(item, entry)));
            } else if (!files.containsKey(file.replace(".yaml", ".cases.yaml"))) {
                problems.error(
                        file,
                        1,
                        "has no worked cases",
                        "Write " + file.replace(".yaml", ".cases.yaml") + " beside it.");
            }
        }
    }

    /** The cases that the program was built with. */
    public static Cases bundled() {
        return new Cases(new Reading(Knowledge.bundledContent(), new Problems()));
    }

    public List<Case> all() {
        return List.copyOf(cases);
    }

    /** The people that cases start from, by id, in the order of their file. */
    public Map<String, Persona> people() {
        return Collections.unmodifiableMap(people);
    }

    private record Difference(Case one, String how) {}

    /** Runs every case, on every core, and reports those that come out otherwise. */
    void run(KnowledgeBase knowledge) {
        Planner planner = new Planner(knowledge);
        cases.parallelStream()
                .flatMap(one -> Stream.ofNullable(difference(one, planner)).map(how -> new Difference(one, how)))
                .toList()
                .forEach(different -> problems.error(
                        different.one().file(),
                        different.one().line(),
                        "case \"" + different.one().name() + "\": " + different.how(),
                        "Correct the rule, or the case."));
    }

    /** Reports the items whose cases do not show every way in which they can come out: fires, does not, something is unknown. */
    void requireEveryOutcome(KnowledgeBase knowledge) {
        Map<String, List<Case>> byItem = cases.stream().collect(Collectors.groupingBy(Case::item));
        for (Item item : knowledge.items()) {
            List<Case> tried = byItem.getOrDefault(item.id(), List.of());
            List<String> expectations =
                    tried.stream().map(one -> one.expected().status()).toList();
            if (!tried.isEmpty() && !Outcome.shown(item, knowledge, expectations)) {
                problems.error(
                        tried.getFirst().file(),
                        tried.getFirst().line(),
                        "the cases of " + item.id() + " do not show each of: "
                                + Outcome.possible(item, knowledge).stream()
                                        .map(outcome -> outcome.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", ")),
                        "Write at least " + Outcome.FEWEST_CASES + " cases, and one for each of these.");
            }
        }
    }

    /** How the plan differs from what the case expects; null when it does not. */
    public @Nullable String difference(Case one, Planner planner) {
        Persona persona = people.get(one.given().person());
        if (persona == null) {
            return "no person has the id " + one.given().person();
        }
        LocalDate date = planner.knowledge().reviewed();
        Optional<Recommendation> found = planner.recommendation(
                persona.record(one.given(), planner.knowledge(), date),
                new PlanRequest(date, one.given().standard(), one.given().country(), Language.EN),
                one.item());
        return found.isEmpty() ? "the plan has no such item" : compare(one.expected(), found.get());
    }

    private static @Nullable String compare(Expected expected, Recommendation found) {
        Status status = found.status();
        boolean same = expected.status().equals("offered")
                ? status.offered()
                : status.id().equals(expected.status());
        if (!same) {
            return "expected " + expected.status() + ", but it is " + status.id() + " because of "
                    + found.reasons().stream().map(reason -> reason.rule()).toList()
                    + (found.missing().isEmpty() ? "" : ", missing " + found.missing());
        }
        List<String> findings = found.reasons().stream()
                .flatMap(reason -> reason.findings().stream())
                .toList();
        for (String because : expected.because()) {
            if (!findings.contains(because)) {
                return "expected the reason " + because + ", but found " + findings;
            }
        }
        for (String missing : expected.missing()) {
            if (!found.missing().contains(missing)) {
                return "expected " + missing + " to be missing, but found " + found.missing();
            }
        }
        return null;
    }

    private static Case read(String item, Entry entry) {
        Entry given = entry.entryOrNull("given");
        if (!entry.has("given")) {
            entry.error("given", "needs given", "Add given: {person: …} with someone of personas.yaml.");
        }
        Case one = new Case(
                item,
                entry.file(),
                entry.line(),
                entry.text("name"),
                given == null ? Given.NOBODY : given(given),
                new Expected(
                        entry.word("expect", null, STATUSES),
                        entry.ids("because", Ids.Kind.FINDING),
                        findingsAndMeasures(entry, "missing")));
        entry.end();
        return one;
    }

    private static Given given(Entry entry) {
        Given given = new Given(
                entry.id("person", Ids.Kind.PERSON),
                entry.ids("present", Ids.Kind.FINDING),
                entry.ids("absent", Ids.Kind.FINDING),
                findingsAndMeasures(entry, "unknown"),
                Persona.measures(entry),
                Persona.codes(entry, "medicines"),
                Persona.codes(entry, "allergies"),
                Standard.of(entry.word("standard", "comprehensive", List.of("comprehensive", "guideline")))
                        .orElse(Standard.COMPREHENSIVE),
                entry.textOrNull("country"));
        entry.end();
        return given;
    }

    /** What is not known. */
    private static List<String> findingsAndMeasures(Entry entry, String key) {
        List<String> ids = entry.words(key);
        for (String id : ids) {
            Node node = entry.node(key);
            if (node != null && !entry.reading().ids().has(Ids.Kind.MEASURE, id)) {
                entry.mustExist(Ids.Kind.FINDING, id, node);
            }
        }
        return ids;
    }
}
