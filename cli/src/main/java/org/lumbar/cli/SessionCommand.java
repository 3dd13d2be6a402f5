package org.lumbar.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lumbar.core.exercise.ExerciseRules;
import org.lumbar.core.knowledge.ExerciseSession;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.documents.Gallery;
import org.lumbar.documents.Handout;
import org.lumbar.documents.PlayerPage;
import org.lumbar.documents.PlayerPage.Member;
import org.lumbar.documents.SessionOutline;
import org.lumbar.knowledge.Figures;
import org.lumbar.knowledge.Knowledge;
import org.lumbar.knowledge.Spelling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lumbar session}: a page that guides one person through a session, or an instructor through a lesson. */
@Command(name = "session", sortOptions = false)
final class SessionCommand extends Subcommand {

    @Parameters(paramLabel = "FILE", descriptionKey = "files", arity = "1..*")
    private List<String> inputs = new ArrayList<>();

    @Option(names = "--session", paramLabel = "ID")
    private String session = "morning";

    @Option(names = "--instructor")
    private boolean instructor;

    @Option(names = "--format", paramLabel = "FORM", completionCandidates = Choices.Papers.class)
    private String format = Choices.Papers.HTML;

    @Mixin
    private RequestOptions wanted = new RequestOptions();

    @Mixin
    private PaperOptions paper = new PaperOptions();

    SessionCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws IOException {
        if (inputs.size() > 1 && !instructor) {
            throw shell.wrongUsage("usage.group");
        }
        boolean printed = asPaper();
        KnowledgeBase knowledge = BuiltIn.knowledge();
        ExerciseSession script = script(knowledge);
        PlanRequest request = wanted.request(shell);
        Planner planner = new Planner(knowledge);
        List<Member> members = new ArrayList<>();
        for (String input : inputs) {
            members.add(member(input, planner, request, script, ExerciseRules.of(knowledge)));
        }
        Member first = members.getFirst();
        SessionOutline outline = members.size() == 1
                ? first.outline()
                : SessionOutline.together(
                        script, members.stream().map(Member::outline).toList());
        Figures figures = Knowledge.figures();
        Gallery gallery = new Gallery(figures.body(), figures.clips());
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        if (printed) {
            Handout.write(outline, first.plan(), knowledge, gallery, paper.large(), document);
        } else {
            PlayerPage.Options options =
                    new PlayerPage.Options(instructor, null, null, members.size() > 1 ? members : List.of());
            document.writeBytes(PlayerPage.of(outline, first.plan(), knowledge, gallery, options)
                    .getBytes(StandardCharsets.UTF_8));
        }
        paper.write(shell, document.toByteArray());
        return Exit.DONE;
    }

    private boolean asPaper() {
        boolean printed = format.equals(Choices.Papers.PDF);
        if (!printed && !format.equals(Choices.Papers.HTML)) {
            throw shell.wrongValue("--format", format, new Choices.Papers());
        }
        paper.check(shell, printed);
        return printed;
    }

    private ExerciseSession script(KnowledgeBase knowledge) {
        List<ExerciseSession> all = knowledge.sessions().stream()
                .filter(ExerciseSession.class::isInstance)
                .map(ExerciseSession.class::cast)
                .toList();
        List<String> ids = all.stream().map(ExerciseSession::id).toList();
        return all.stream()
                .filter(one -> one.id().equals(session))
                .findFirst()
                .orElseThrow(() -> shell.wrongUsage(
                        "error.session",
                        session,
                        Spelling.nearest(session, ids)
                                .map(near -> shell.messages().text("error.item-maybe", near))
                                .orElse(String.join(", ", ids))));
    }

    private Member member(
            String input, Planner planner, PlanRequest request, ExerciseSession script, ExerciseRules rules)
            throws IOException {
        TreatmentPlan plan = RequestOptions.plan(shell, input, planner, request);
        SessionOutline outline = SessionOutline.of(script, plan, rules.day());
        if (outline.exercises().isEmpty()) {
            throw shell.wrongInput("error.no-exercises", input, SessionOutline.whyEmpty(plan, planner.knowledge()));
        }
        return new Member(plan, outline);
    }
}
