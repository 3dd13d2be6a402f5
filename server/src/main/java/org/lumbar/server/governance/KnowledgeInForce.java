package org.lumbar.server.governance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.plan.Planner;
import org.lumbar.knowledge.Edition;
import org.lumbar.knowledge.Figures;
import org.lumbar.knowledge.InvalidKnowledge;
import org.lumbar.knowledge.Knowledge;
import org.lumbar.knowledge.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The planner with the knowledge that is in force: the release with this clinic's editions over it. A request sees one knowledge
 * from its beginning to its end, whatever is published meanwhile. Safe for many threads.
 */
@Component
public final class KnowledgeInForce implements Supplier<Planner> {

    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeInForce.class);
    private static final String SEEN = KnowledgeInForce.class.getName();

    /**
     * What is in force.
     *
     * @param sequence of the last entry of the editions that was looked at
     * @param overtaken editions that are left out because the release has changed their files since
     * @param problems why no edition is in force at all; empty when they are
     */
    public record State(
            long sequence,
            LocalDate day,
            Planner planner,
            Figures figures,
            List<Editions.Published> overtaken,
            List<Problems.Problem> problems) {
        public State {
            overtaken = List.copyOf(overtaken);
            problems = List.copyOf(problems);
        }
    }

    private final Editions editions;
    private final Clock clock;
    private final Planner release = new Planner(Knowledge.bundled());
    private final Figures drawn = Knowledge.figures();
    private volatile @Nullable State state;

    KnowledgeInForce(Editions editions, Clock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    @Override
    public Planner get() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return state().planner();
        }
        if (request.getAttribute(SEEN, RequestAttributes.SCOPE_REQUEST) instanceof Planner seen) {
            return seen;
        }
        Planner now = state().planner();
        request.setAttribute(SEEN, now, RequestAttributes.SCOPE_REQUEST);
        return now;
    }

    /** What is in force now; brought up to date when an edition was published or its day has come. */
    State state() {
        State kept = state;
        LocalDate today = LocalDate.now(clock);
        long last = editions.last();
        return kept != null && kept.sequence() == last && kept.day().equals(today) ? kept : renew(last, today);
    }

    private synchronized State renew(long last, LocalDate today) {
        State kept = state;
        if (kept != null && kept.sequence() == last && kept.day().equals(today)) {
            return kept;
        }
        Editions.Book book = last == 0 ? new Editions.Book(0, List.of(), List.of(), List.of()) : editions.read();
        State fresh = readable(book, today);
        if (!fresh.problems().isEmpty()) {
            LOG.error("No edition of the knowledge is in force here: {}", fresh.problems());
        }
        state = fresh;
        return fresh;
    }

    /** Where it cannot be known what the editions say, none is in force. */
    private State readable(Editions.Book book, LocalDate today) {
        if (!book.unreadable().isEmpty()) {
            return release(book, today, "this version of the program does not understand edition " + book.unreadable());
        }
        try {
            return make(book, today);
        } catch (Editions.Lost e) {
            return release(book, today, e.getMessage());
        }
    }

    private State release(Editions.Book book, LocalDate today, String why) {
        var problem = new Problems.Problem(
                Editions.STREAM,
                (int) book.sequence(),
                why,
                "Undo the edition, or start a version that can read it.",
                false);
        return new State(book.sequence(), today, release, drawn, List.of(), List.of(problem));
    }

    /** An edition that the release has overtaken, or that does not pass any more, is not in force: the release is the safe side. */
    private State make(Editions.Book book, LocalDate today) {
        List<Editions.Published> standing = book.on(today);
        if (standing.isEmpty()) {
            return new State(book.sequence(), today, release, drawn, List.of(), List.of());
        }
        List<Editions.Published> overtaken = editions.overtaken(standing);
        List<Editions.Published> used = editions.usable(standing);
        Edition edition = editions.over(used);
        boolean checked = overtaken.isEmpty()
                && used.stream().allMatch(one -> one.release().equals(Edition.release()));
        List<Problems.Problem> problems = checked
                ? List.of()
                : edition.check().stream().filter(problem -> !problem.warning()).toList();
        if (problems.isEmpty()) {
            try {
                Planner planner = used.isEmpty() ? release : new Planner(edition.knowledge(version(book)));
                Figures figures = used.isEmpty() ? drawn : edition.figures();
                return new State(book.sequence(), today, planner, figures, overtaken, List.of());
            } catch (InvalidKnowledge e) {
                problems = e.problems();
            }
        }
        return new State(book.sequence(), today, release, drawn, overtaken, problems);
    }

    private static String version(Editions.Book book) {
        return Long.toString(book.sequence());
    }

    /** All standing editions over the release, also those whose day has not come: what the next change rests on. */
    Edition newest(Editions.Book book) {
        return editions.over(editions.usable(book.standing()));
    }

    /** Texts of a change over the newest edition. */
    Edition with(Editions.Book book, Map<String, String> texts) {
        return newest(book).with(texts);
    }
}
