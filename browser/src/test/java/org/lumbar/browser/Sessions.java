package org.lumbar.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lumbar.core.exercise.ExerciseRules;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.exercise.ProgrammePlanner;
import org.lumbar.core.exercise.ProgrammeRequest;
import org.lumbar.core.exercise.ProgrammeRequest.Times;
import org.lumbar.core.knowledge.ExerciseSession;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.ProgrammeTemplate.Setting;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.text.Language;
import org.lumbar.documents.Gallery;
import org.lumbar.documents.PlayerPage;
import org.lumbar.documents.PlayerPage.Member;
import org.lumbar.documents.SessionOutline;
import org.lumbar.fhir.BundleReader;
import org.lumbar.knowledge.Figures;
import org.lumbar.knowledge.Knowledge;

/** Sessions of the example patients as pages. */
final class Sessions {

    static final KnowledgeBase KNOWLEDGE = Knowledge.bundled();
    /** When all of it happens: after everything in the examples. */
    static final LocalDate DAY = KNOWLEDGE.reviewed().plusDays(7);

    static final Planner PLANNER = new Planner(KNOWLEDGE);
    static final ProgrammePlanner PROGRAMMES = new ProgrammePlanner(KNOWLEDGE);

    private static final Map<String, String> FILES = new ConcurrentHashMap<>();

    private Sessions() {}

    static TreatmentPlan plan(String example, Language language) {
        Path file = Path.of("..", "examples", example + ".json");
        try (InputStream in = Files.newInputStream(file)) {
            return plan(BundleReader.read(in), language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TreatmentPlan plan(PatientRecord record, Language language) {
        return PLANNER.plan(record, new PlanRequest(DAY, Standard.COMPREHENSIVE, null, language));
    }

    static SessionOutline outline(String session, TreatmentPlan plan) {
        return SessionOutline.of(
                script(session), plan, ExerciseRules.of(KNOWLEDGE).day());
    }

    private static ExerciseSession script(String session) {
        return KNOWLEDGE.sessions().stream()
                .filter(one -> one.id().equals(session))
                .map(ExerciseSession.class::cast)
                .findFirst()
                .orElseThrow();
    }

    static String page(String session, Language language, PlayerPage.Options options) {
        TreatmentPlan plan = plan("chronic-lumbalgia", language);
        return PlayerPage.of(outline(session, plan), plan, KNOWLEDGE, gallery(), options);
    }

    /** Address of a session as one file. */
    static String file(String session, Language language) {
        return FILES.computeIfAbsent(
                session + language, key -> written(page(session, language, PlayerPage.Options.FILE)));
    }

    /** Address of a lesson for a group as one file. */
    static String lesson(String session, Language language, String... examples) {
        List<Member> members = List.of(examples).stream()
                .map(example -> plan(example, language))
                .map(plan -> new Member(plan, outline(session, plan)))
                .toList();
        SessionOutline together = SessionOutline.together(
                script(session), members.stream().map(Member::outline).toList());
        PlayerPage.Options options = new PlayerPage.Options(true, null, null, members);
        return written(PlayerPage.of(together, members.getFirst().plan(), KNOWLEDGE, gallery(), options));
    }

    /** Address of the page of a programme of two weeks at home, from the day of the tests. */
    static String programme(Language language) {
        return programme(twoWeeks("chronic-lumbalgia", language));
    }

    /** Address of the page of a programme. */
    static String programme(Programme programme) {
        return written(PlayerPage.of(programme, KNOWLEDGE, gallery(), PlayerPage.Options.FILE));
    }

    static Programme twoWeeks(String example, Language language) {
        return PROGRAMMES.first(plan(example, language), atHome(DAY));
    }

    static ProgrammeRequest atHome(LocalDate start) {
        Times times = new Times(LocalTime.of(7, 0), LocalTime.of(7, 30), LocalTime.of(12, 0), LocalTime.of(19, 0));
        return new ProgrammeRequest(
                start, 2, Setting.HOME, null, Map.of(), null, times, Set.of(), Set.of(), 0, null, false, false);
    }

    private static Gallery gallery() {
        Figures figures = Knowledge.figures();
        return new Gallery(figures.body(), figures.clips());
    }

    private static String written(String page) {
        try {
            Path file = Files.createTempFile("lumbar-session", ".html");
            file.toFile().deleteOnExit();
            return Files.writeString(file, page).toUri().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
