package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lumbar.core.knowledge.Attempt;
import org.lumbar.core.knowledge.Course;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.plan.DoseAdvice;
import org.lumbar.core.plan.Recommendation;
import org.lumbar.core.plan.Status;
import org.lumbar.core.record.CodeSystem;

/** A try to get something that the claim ledger refuses. */
class LedgerAttemptsTest {

    /** Texts that tell what the sources claim, or why something is refused. */
    private static final Set<String> TELLING = Set.of("dispute", "refused");

    private static final int FEW = 24;

    private static final List<String> SHOWN = texts("en");
    private static final List<String> SHOWN_RU = texts("ru");

    private record Try(String claim, Attempt attempt) {}

    private static Stream<Try> tries() {
        return Hosts.KNOWLEDGE.claims().stream()
                .flatMap(claim -> Stream.concat(
                                claim.attempts().stream(),
                                claim.refusals().stream().flatMap(refusal -> refusal.attempts().stream()))
                        .map(attempt -> new Try(claim.id(), attempt)));
    }

    @Test
    void toBeOfferedAnItemFailsForEverybodyItIsMeantFor() {
        Set<String> failures = new TreeSet<>();
        tries().forEach(one -> {
            if (one.attempt() instanceof Attempt.Offer offer) {
                got(offer).forEach(found -> failures.add(one.claim() + ": " + found));
            }
        });
        assertThat(failures).isEmpty();
    }

    @Test
    void toFindItAssertedInAnyTextOfTheProductFails() {
        Set<String> failures = new TreeSet<>();
        tries().forEach(one -> {
            if (one.attempt() instanceof Attempt.Assertion assertion) {
                find(assertion.words().en(), SHOWN).forEach(text -> failures.add(one.claim() + ": " + text));
                find(assertion.words().ru(), SHOWN_RU).forEach(text -> failures.add(one.claim() + ": " + text));
            }
        });
        assertThat(failures).isEmpty();
    }

    private static Stream<String> find(String words, List<String> texts) {
        String lower = words.toLowerCase(Locale.ROOT);
        return texts.stream().filter(text -> text.toLowerCase(Locale.ROOT).contains(lower));
    }

    /** What was offered all the same; and that nobody was found to try it with. */
    private static List<String> got(Attempt.Offer offer) {
        List<String> found = new ArrayList<>();
        boolean tried = false;
        for (Hosts.Situation host : suitable(offer)) {
            Hosts.Situation situation = changed(host, offer);
            tried = true;
            if (offered(situation, offer)) {
                found.add(offer.items() + " " + offer.asMuch() + " to " + offer.to() + offer.taking() + " in "
                        + situation.standard());
                break;
            }
        }
        return tried ? found : List.of("nobody to try " + offer + " with");
    }

    /**
     * Everyday patients whose course is the one that the attempt speaks of. Where it adds something to them, only those who
     * are offered the item without it say anything, and a few of them say as much as all.
     */
    private static List<Hosts.Situation> suitable(Attempt.Offer offer) {
        List<Hosts.Situation> suitable = Hosts.everySituation().stream()
                .filter(host -> offer.standard() == null || offer.standard() == host.standard())
                .filter(host ->
                        offer.to().stream().filter(LedgerAttemptsTest::isCourse).allMatch(course -> has(host, course)))
                .toList();
        boolean adds = !offer.taking().isEmpty()
                || !offer.without().isEmpty()
                || !offer.to().stream().allMatch(LedgerAttemptsTest::isCourse);
        return adds
                ? suitable.stream()
                        .filter(host -> offer.items().stream().allMatch(host::offers))
                        .limit(FEW)
                        .toList()
                : suitable;
    }

    /** The patient with what the attempt adds. */
    private static Hosts.Situation changed(Hosts.Situation host, Attempt.Offer offer) {
        Patients patient = host.patient().absent(offer.without().toArray(String[]::new));
        for (String finding : offer.to()) {
            patient = isCourse(finding) ? patient : patient.present(finding);
        }
        for (String atc : offer.taking()) {
            patient = patient.taking(CodeSystem.ATC, atc);
        }
        return patient.equals(host.patient()) ? host : new Hosts.Situation(patient, host.standard());
    }

    /** Phase, syndrome and severity follow from the record; nobody answers them. */
    private static boolean isCourse(String finding) {
        return Stream.of("phase-", "syndrome-", "severity-").anyMatch(finding::startsWith);
    }

    private static boolean has(Hosts.Situation situation, String course) {
        var diagnosis = situation.brief().diagnosis();
        return Stream.of(diagnosis.phase(), diagnosis.syndrome(), diagnosis.severity())
                .filter(Objects::nonNull)
                .anyMatch(term -> course.endsWith("-" + term.id()));
    }

    private static boolean offered(Hosts.Situation situation, Attempt.Offer offer) {
        if (offer.items().size() > 1) {
            return situation
                    .brief()
                    .itemsByStatus()
                    .getOrDefault(Status.RECOMMENDED, List.of())
                    .containsAll(offer.items());
        }
        String item = offer.items().get(0);
        if (!situation.offers(item)) {
            return false;
        }
        Recommendation recommendation = Hosts.PLANNER
                .recommendation(situation.patient().record(), Patients.request(situation.standard()), item)
                .orElseThrow();
        return offer.asMuch().isEmpty()
                || offer.asMuch().entrySet().stream()
                        .anyMatch(amount -> reaches(most(amount, recommendation), amount.getValue()));
    }

    /** An amount without a limit reaches everything. */
    private static boolean reaches(@Nullable Double most, double asked) {
        return most == null || most >= asked;
    }

    private static @Nullable Double most(Map.Entry<String, Double> amount, Recommendation recommendation) {
        Item item = recommendation.item();
        Dose dose = item.dose();
        Course course = item.course();
        DoseAdvice advice = recommendation.dose();
        return switch (amount.getKey()) {
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
            default -> throw new IllegalArgumentException(amount.getKey());
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
                        .filter(parameter -> "days".equals(parameter.unit()) && parameter.range() != null)
                        .map(parameter -> parameter.range().most())
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

    /** Every text of items, classes, sessions, topics and the pathway that is shown as the product's own word. */
    private static List<String> texts(String language) {
        List<String> texts = new ArrayList<>();
        Content content = ContentFiles.read(Path.of(""), new Problems());
        content.yaml().forEach((file, node) -> {
            boolean shown = Stream.of("items/", "classes/", "sessions/", "topics/", "pathway.yaml")
                    .anyMatch(file::startsWith);
            if (shown && !Layout.isCases(file)) {
                collect(node, language, texts);
            }
        });
        return texts;
    }

    private static void collect(Node node, String language, List<String> texts) {
        switch (node) {
            case Node.Text text -> {}
            case Node.Items items -> items.nodes().forEach(one -> collect(one, language, texts));
            case Node.Fields fields ->
                fields.forEach((key, value) -> {
                    if (key.equals(language) && value instanceof Node.Text text) {
                        texts.add(text.value());
                    } else if (!TELLING.contains(key)) {
                        collect(value, language, texts);
                    }
                });
        }
    }
}
