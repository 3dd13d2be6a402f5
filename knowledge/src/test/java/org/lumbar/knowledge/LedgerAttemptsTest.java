package org.lumbar.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lumbar.core.knowledge.Attempt;

/** A try to get something that the claim ledger refuses. */
class LedgerAttemptsTest {

    private static final Content CONTENT = ContentFiles.read(Path.of(""), new Problems());
    private static final List<Attempts.Shown> SHOWN = Attempts.texts(CONTENT, "en");
    private static final List<Attempts.Shown> SHOWN_RU = Attempts.texts(CONTENT, "ru");

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
        Attempts attempts = Everyday.attempts();
        Set<String> failures = new TreeSet<>();
        tries().forEach(one -> {
            if (one.attempt() instanceof Attempt.Offer offer) {
                Attempts.Result result = attempts.of(offer);
                result.got().ifPresent(got -> failures.add(one.claim() + ": " + got));
                if (!result.tried()) {
                    failures.add(one.claim() + ": nobody to try " + offer + " with");
                }
            }
        });
        assertThat(failures).isEmpty();
    }

    @Test
    void toFindItAssertedInAnyTextOfTheProductFails() {
        Set<String> failures = new TreeSet<>();
        tries().forEach(one -> {
            if (one.attempt() instanceof Attempt.Assertion assertion) {
                Attempts.saying(assertion.words().en(), SHOWN).forEach(text -> failures.add(one.claim() + ": " + text));
                Attempts.saying(assertion.words().ru(), SHOWN_RU)
                        .forEach(text -> failures.add(one.claim() + ": " + text));
            }
        });
        assertThat(failures).isEmpty();
    }
}
