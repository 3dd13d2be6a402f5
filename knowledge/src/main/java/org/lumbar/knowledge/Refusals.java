package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lumbar.core.knowledge.Attempt;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.Claim.Verdict;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.plan.Planner;
import org.lumbar.knowledge.LedgerLimits.Bound;

/**
 * What a change of the content may never do: lose a statement of the sources, get what the release refuses, or go beyond what
 * the release adopts a statement under. Its claims stay refused; its attempts to get them are made again with the changed
 * content, and its limits held against it, whatever became of them there.
 */
final class Refusals {

    private final KnowledgeBase release;
    private final KnowledgeBase changed;
    private final Content content;
    private final Problems problems;
    private final ClaimLines lines;

    /** @param content that {@code changed} was read from */
    Refusals(KnowledgeBase release, KnowledgeBase changed, Content content, Problems problems) {
        this.release = release;
        this.changed = changed;
        this.content = content;
        this.problems = problems;
        this.lines = new ClaimLines(content);
    }

    /** Reports every refusal that does not hold. */
    void check(Cases cases) {
        Map<String, Claim> now = new LinkedHashMap<>();
        changed.claims().forEach(claim -> now.put(claim.id(), claim));
        for (Claim claim : release.claims()) {
            Claim found = now.get(claim.id());
            if (found == null) {
                report(
                        claim.id(),
                        "the statement " + claim.id() + " of the sources is missing",
                        "Put it back; choose another verdict for it if it is needed no more.");
            } else if (claim.verdict() == Verdict.REFUSE && found.verdict() != Verdict.REFUSE) {
                report(
                        claim.id(),
                        claim.id() + " is refused in the release, so it cannot be "
                                + found.verdict().id(),
                        "Leave its verdict refuse: what the release refuses is published only as refused.");
            }
        }
        if (problems.none()) {
            tryAll(cases);
        }
    }

    private void report(String claim, String what, String advice) {
        report(lines.of(claim), what, advice);
    }

    private void report(ClaimLines.Place place, String what, String advice) {
        problems.error(place.file(), place.line(), what, advice);
    }

    private void tryAll(Cases cases) {
        Set<Persona> people = new LinkedHashSet<>(Cases.bundled().people().values());
        people.addAll(cases.people().values());
        Attempts everyday = Attempts.with(new Planner(changed), people);
        tryWhatIsRefused(everyday);
        holdLimits(everyday, people);
    }

    private void tryWhatIsRefused(Attempts everyday) {
        Map<String, Set<Attempt>> all = new LinkedHashMap<>();
        Stream.of(release, changed)
                .flatMap(base -> base.claims().stream())
                .forEach(claim -> all.computeIfAbsent(claim.id(), id -> new LinkedHashSet<>())
                        .addAll(attempts(claim)));
        List<Attempts.Shown> english = Attempts.texts(content, "en");
        List<Attempts.Shown> russian = Attempts.texts(content, "ru");
        all.entrySet().parallelStream()
                .flatMap(claim -> claim.getValue().stream().flatMap(one -> switch (one) {
                    case Attempt.Offer offer -> got(claim.getKey(), everyday.of(offer));
                    case Attempt.Assertion assertion ->
                        Stream.concat(
                                said(claim.getKey(), assertion.words().en(), english),
                                said(claim.getKey(), assertion.words().ru(), russian));
                }))
                .toList()
                .forEach(Runnable::run);
    }

    private record Broken(Bound bound, String how) {}

    /** A change is not to blame for a limit that the release itself goes beyond. */
    private void holdLimits(Attempts everyday, Set<Persona> people) {
        LedgerIndex then = LedgerIndex.of(release);
        LedgerIndex now = LedgerIndex.of(changed);
        Set<Bound> ofRelease = LedgerLimits.bounds(release.claims(), then);
        Set<Bound> all = new LinkedHashSet<>(ofRelease);
        all.addAll(LedgerLimits.bounds(release.claims(), now));
        all.addAll(LedgerLimits.bounds(changed.claims(), now));
        Set<Item> unchanged = new HashSet<>(release.items());
        Set<Broken> broken = broken(all, new LedgerLimits(changed, everyday, item -> !unchanged.contains(item)));
        if (!broken.isEmpty()) {
            Attempts before = Attempts.with(new Planner(release), people);
            broken.removeAll(broken(ofRelease, new LedgerLimits(release, before, item -> true)));
        }
        for (Broken one : broken) {
            Bound bound = one.bound();
            report(
                    lines.of(bound.claim(), bound.limit()),
                    "goes beyond what " + bound.claim() + " is adopted under: " + one.how(),
                    "Keep to the limit: only a release makes it wider.");
        }
        holdDiscretion();
    }

    private static Set<Broken> broken(Set<Bound> bounds, LedgerLimits limits) {
        return new LinkedHashSet<>(bounds.parallelStream()
                .flatMap(bound -> limits.broken(bound).stream().map(how -> new Broken(bound, how)))
                .toList());
    }

    private void holdDiscretion() {
        for (Claim claim : release.claims()) {
            if (LedgerLimits.exceedsDiscretion(claim, changed) && !LedgerLimits.exceedsDiscretion(claim, release)) {
                report(
                        claim.id(),
                        claim.id() + " leaves " + claim.item() + " to the clinician, but it is offered by itself",
                        "Offer it at discretion only.");
            }
        }
    }

    private static List<Attempt> attempts(Claim claim) {
        List<Attempt> attempts = new ArrayList<>(claim.attempts());
        claim.refusals().forEach(refusal -> attempts.addAll(refusal.attempts()));
        return attempts;
    }

    /** Reports to make when all is tried, one after the other. */
    private Stream<Runnable> got(String claim, Attempts.Result result) {
        return result.got().stream()
                .map(got -> () -> report(
                        claim,
                        "what " + claim + " refuses is offered: " + got,
                        "Correct the rule that lets it through."));
    }

    private Stream<Runnable> said(String claim, String words, List<Attempts.Shown> texts) {
        return Attempts.saying(words, texts).stream()
                .map(text -> () -> problems.error(
                        text.file(),
                        text.line(),
                        "says \"" + words + "\", which " + claim + " refuses",
                        "Take these words away."));
    }
}
