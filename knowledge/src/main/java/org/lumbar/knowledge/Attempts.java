package org.lumbar.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Attempt;
import org.lumbar.core.knowledge.Course;
import org.lumbar.core.knowledge.DiagnosisTerm;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.DoseAdvice;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.record.PatientRecord;

/** Tries with everyday patients to get what the claim ledger refuses. Every try must fail. */
final class Attempts {

    /** Texts that tell what the sources claim, or why something is refused. */
    private static final Set<String> TELLING = Set.of("dispute", "refused");

    /** Patients that say as much as all where the attempt adds something to them. */
    private static final int FEW = 24;

    /** Somebody to try it with. */
    interface Patient {
        PatientRecord record();

        /** The same with a finding present or absent. */
        Patient with(String finding, boolean present);

        /** The same with another medicine. */
        Patient taking(String atc);
    }

    /** A patient in a standard of care, and what comes of it. */
    record Situation(Patient patient, Standard standard, Planner.Brief brief) {

        boolean offers(String item) {
            return brief.itemsByStatus().entrySet().stream()
                    .anyMatch(one -> one.getKey().offered() && one.getValue().contains(item));
        }

        private boolean follows(String course) {
            return terms().anyMatch(term -> course.endsWith("-" + term));
        }

        private Stream<String> terms() {
            var diagnosis = brief.diagnosis();
            return Stream.of(diagnosis.phase(), diagnosis.syndrome(), diagnosis.severity())
                    .filter(Objects::nonNull)
                    .map(DiagnosisTerm::id);
        }

        /** What the rules of an item can tell from another standard or course of the pain. */
        private List<String> course() {
            return Stream.concat(Stream.of(standard.id()), terms()).toList();
        }
    }

    private final Planner planner;
    private final Function<Standard, PlanRequest> requests;
    private final List<Situation> situations;
    /** For every item and standard the first to whom it is offered. */
    private final Map<Standard, Map<String, Situation>> hosts = new EnumMap<>(Standard.class);

    /** @param patients everyday patients; each is tried in every standard of care */
    Attempts(Planner planner, Function<Standard, PlanRequest> requests, List<? extends Patient> patients) {
        this.planner = planner;
        this.requests = requests;
        this.situations = Stream.of(Standard.values())
                .flatMap(standard ->
                        patients.parallelStream().map(patient -> situation(patient, standard)).toList().stream())
                .toList();
        for (Situation situation : situations) {
            Map<String, Situation> ofStandard = hosts.computeIfAbsent(situation.standard(), one -> new HashMap<>());
            situation.brief().itemsByStatus().forEach((status, items) -> {
                if (status.offered()) {
                    items.forEach(item -> ofStandard.putIfAbsent(item, situation));
                }
            });
        }
    }

    /** Every patient in every standard. */
    List<Situation> situations() {
        return situations;
    }

    /** Somebody to whom an item is offered in a standard; empty when it is offered to nobody. */
    Optional<Situation> host(String item, Standard standard) {
        return Optional.ofNullable(hosts.getOrDefault(standard, Map.of()).get(item));
    }

    /** In each standard and each course of the pain somebody to whom an item is offered. */
    List<Situation> hostsInEveryCourse(String item) {
        Map<List<String>, Situation> first = new LinkedHashMap<>();
        situations.stream()
                .filter(situation -> situation.offers(item))
                .forEach(situation -> first.putIfAbsent(situation.course(), situation));
        return List.copyOf(first.values());
    }

    /** What comes of an item for a patient. */
    Optional<Recommendation> recommendation(Patient patient, Standard standard, Item item) {
        return planner.recommendation(patient.record(), requests.apply(standard), item.id());
    }

    /** The same with the personas of the content, in all their everyday variations. */
    static Attempts with(Planner planner, Iterable<Persona> personas) {
        List<Patient> patients = new ArrayList<>();
        LocalDate date = planner.knowledge().reviewed();
        for (Persona persona : personas) {
            patients.addAll(EverydayPatient.of(persona, planner.knowledge(), date));
        }
        return new Attempts(planner, standard -> EverydayPatient.request(date, standard), patients);
    }

    Situation situation(Patient patient, Standard standard) {
        return new Situation(patient, standard, planner.brief(patient.record(), requests.apply(standard)));
    }

    /** What came of a try: whether anybody was found to try it with, and what was offered all the same. */
    record Result(boolean tried, Optional<String> got) {}

    Result of(Attempt.Offer offer) {
        boolean tried = false;
        for (Situation host : suitable(offer)) {
            tried = true;
            Situation situation = changed(host, offer);
            if (offered(situation, offer)) {
                return new Result(
                        true,
                        Optional.of(offer.items() + " " + offer.asMuch() + " to " + offer.to() + offer.taking()
                                + " in the standard " + situation.standard().id()));
            }
        }
        return new Result(tried, Optional.empty());
    }

    /**
     * Everyday patients whose course is the one that the attempt speaks of. Where it adds something to them, only those who
     * are offered the item without it say anything, and a few of them say as much as all.
     */
    private List<Situation> suitable(Attempt.Offer offer) {
        List<Situation> suitable = situations.stream()
                .filter(host -> offer.standard() == null || offer.standard() == host.standard())
                .filter(host -> offer.to().stream().filter(Attempts::isCourse).allMatch(host::follows))
                .toList();
        boolean adds = !offer.taking().isEmpty()
                || !offer.without().isEmpty()
                || !offer.to().stream().allMatch(Attempts::isCourse);
        return adds
                ? suitable.stream()
                        .filter(host -> offer.items().stream().allMatch(host::offers))
                        .limit(FEW)
                        .toList()
                : suitable;
    }

    /** The patient with what the attempt adds. */
    private Situation changed(Situation host, Attempt.Offer offer) {
        Patient patient = host.patient();
        for (String finding : offer.without()) {
            patient = patient.with(finding, false);
        }
        for (String finding : offer.to()) {
            patient = isCourse(finding) ? patient : patient.with(finding, true);
        }
        for (String atc : offer.taking()) {
            patient = patient.taking(atc);
        }
        return patient.equals(host.patient()) ? host : situation(patient, host.standard());
    }

    /** Phase, syndrome and severity follow from the record; nobody answers them. */
    private static boolean isCourse(String finding) {
        return Stream.of("phase-", "syndrome-", "severity-").anyMatch(finding::startsWith);
    }

    private boolean offered(Situation situation, Attempt.Offer offer) {
        if (offer.items().size() > 1) {
            return situation
                    .brief()
                    .itemsByStatus()
                    .getOrDefault(Status.RECOMMENDED, List.of())
                    .containsAll(offer.items());
        }
        String item = offer.items().getFirst();
        if (!situation.offers(item)) {
            return false;
        }
        Recommendation recommendation = planner.recommendation(
                        situation.patient().record(), requests.apply(situation.standard()), item)
                .orElseThrow();
        return offer.asMuch().isEmpty()
                || offer.asMuch().entrySet().stream()
                        .anyMatch(amount -> reaches(most(amount.getKey(), recommendation), amount.getValue()));
    }

    /** An amount without a limit reaches everything. */
    private static boolean reaches(@Nullable Double most, double asked) {
        return most == null || most >= asked;
    }

    private static @Nullable Double most(String amount, Recommendation recommendation) {
        Item item = recommendation.item();
        Dose dose = item.dose();
        Course course = item.course();
        DoseAdvice advice = recommendation.dose();
        return switch (amount) {
            case "mg-per-day" -> largest(advice, DoseAdvice.IngredientDose::perDayMaxMg);
            case "mg-per-dose" ->
                largest(
                        advice,
                        one -> one.perDoseMg() == null ? null : one.perDoseMg().most());
            case "grams-per-day" -> dose == null ? null : dose.gramsPerDayMax();
            case "times-per-day" -> dose == null ? null : end(dose.timesPerDay());
            case "minutes" -> course == null ? null : end(course.minutes());
            case "sessions" -> course == null ? null : whole(course.sessionsMax());
            case "per-week" -> course == null ? null : whole(course.perWeekMax());
            case "days" -> dose != null ? whole(dose.daysMax()) : daysOf(course);
            default -> throw new IllegalArgumentException(amount);
        };
    }

    private static @Nullable Double end(@Nullable Range range) {
        return range == null ? null : range.most();
    }

    private static @Nullable Double whole(@Nullable Integer number) {
        return number == null ? null : number.doubleValue();
    }

    private static @Nullable Double daysOf(@Nullable Course course) {
        return course == null
                ? null
                : course.parameters().stream()
                        .filter(parameter -> "days".equals(parameter.unit()))
                        .map(Course.Parameter::range)
                        .filter(Objects::nonNull)
                        .map(Range::most)
                        .max(Double::compare)
                        .orElse(null);
    }

    private interface Amount {
        @Nullable
        Double of(DoseAdvice.IngredientDose dose);
    }

    private static @Nullable Double largest(@Nullable DoseAdvice advice, Amount amount) {
        Double largest = null;
        if (advice != null) {
            for (DoseAdvice.IngredientDose one : advice.ingredients()) {
                Double value = amount.of(one);
                if (value == null) {
                    return null;
                }
                largest = largest == null ? value : Double.valueOf(Math.max(largest, value));
            }
        }
        return largest;
    }

    /**
     * A text that a plan can show, where it stands.
     *
     * @param text in small letters
     */
    record Shown(String file, int line, String text) {
        Shown {
            text = text.toLowerCase(Locale.ROOT);
        }
    }

    /** The texts that say these words, in whatever letters. */
    static List<Shown> saying(String words, List<Shown> texts) {
        String small = words.toLowerCase(Locale.ROOT);
        return texts.stream().filter(one -> one.text().contains(small)).toList();
    }

    /** Every text of items, classes, sessions, topics and the pathway that is shown as the product's own word. */
    static List<Shown> texts(Content content, String language) {
        List<Shown> texts = new ArrayList<>();
        content.yaml().forEach((file, node) -> {
            boolean shown = Stream.of("items/", "classes/", "sessions/", "topics/", "pathway.yaml")
                    .anyMatch(file::startsWith);
            if (shown && !Layout.isCases(file)) {
                collect(file, node, language, texts);
            }
        });
        return texts;
    }

    private static void collect(String file, Node node, String language, List<Shown> texts) {
        switch (node) {
            case Node.Text text -> {}
            case Node.Items items -> items.nodes().forEach(one -> collect(file, one, language, texts));
            case Node.Fields fields ->
                fields.forEach((key, value) -> {
                    if (key.equals(language) && value instanceof Node.Text text) {
                        texts.add(new Shown(file, text.line(), text.value()));
                    } else if (!TELLING.contains(key)) {
                        collect(file, value, language, texts);
                    }
                });
        }
    }
}
