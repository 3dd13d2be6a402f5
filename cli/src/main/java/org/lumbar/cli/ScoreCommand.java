package org.lumbar.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Instrument;
import org.lumbar.core.knowledge.Instrument.Question;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.outcome.Answers;
import org.lumbar.core.outcome.WrongAnswers;
import org.lumbar.core.record.UnusableRecord;
import org.lumbar.core.text.Language;
import org.lumbar.documents.InstrumentPage;
import org.lumbar.documents.ScoreJson;
import org.lumbar.documents.ScoreText;
import org.lumbar.documents.TextOptions;
import org.lumbar.fhir.FormReader;
import org.lumbar.knowledge.Spelling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lumbar score}: lists the questionnaires, explains one, or scores a form. */
@Command(name = "score", sortOptions = false)
final class ScoreCommand extends Subcommand {

    private static final String STANDARD_STREAM = "-";

    @Parameters(index = "0", paramLabel = "INSTRUMENT", descriptionKey = "instrument", arity = "0..1")
    private @Nullable String id;

    @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "form", arity = "0..1")
    private @Nullable String file;

    @Option(names = "--answers", paramLabel = "ANSWERS")
    private @Nullable String written;

    @Option(names = "--before", paramLabel = "ANSWERS")
    private @Nullable String earlier;

    @Option(names = "--format", paramLabel = "FORM", completionCandidates = Choices.ScoreFormats.class)
    private String format = Format.TEXT.id();

    ScoreCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws IOException {
        boolean json = asJson();
        KnowledgeBase knowledge = BuiltIn.knowledge();
        Language language = shell.messages().language();
        TextOptions layout =
                new TextOptions(shell.terminal().columns(), shell.terminal().colour(), true);
        if (id == null) {
            shell.print(InstrumentPage.list(knowledge, language, layout));
            return Exit.DONE;
        }
        Instrument instrument = instrument(knowledge.instruments(), id);
        if (written == null && file == null) {
            if (earlier != null) {
                throw shell.wrongUsage("usage.before");
            }
            shell.print(InstrumentPage.of(instrument, knowledge, language, layout));
            return Exit.DONE;
        }
        if (written != null && file != null) {
            throw shell.wrongUsage("usage.answers-or-file");
        }
        Answers before = earlier == null ? null : answers(instrument, earlier);
        Answers answers = written == null ? form(instrument, String.valueOf(file)) : answers(instrument, written);
        shell.print(
                json
                        ? new String(ScoreJson.of(answers, before, knowledge, language), StandardCharsets.UTF_8)
                        : ScoreText.of(answers, before, knowledge, language, layout));
        return Exit.DONE;
    }

    private boolean asJson() {
        if (!List.of(Format.TEXT.id(), Format.JSON.id()).contains(format)) {
            throw shell.wrongValue("--format", format, new Choices.ScoreFormats());
        }
        return format.equals(Format.JSON.id());
    }

    private Instrument instrument(List<Instrument> instruments, String wanted) {
        for (Instrument instrument : instruments) {
            if (instrument.id().equals(wanted)) {
                return instrument;
            }
        }
        List<String> ids = instruments.stream().map(Instrument::id).toList();
        String advice = Spelling.nearest(wanted, ids)
                .map(near -> shell.messages().text("error.item-maybe", near))
                .orElse(shell.messages().text("error.instrument-none"));
        throw shell.wrongUsage("error.instrument", wanted, advice);
    }

    private Answers answers(Instrument instrument, String text) {
        try {
            return Answers.parse(instrument, text);
        } catch (WrongAnswers e) {
            throw new Failure(Exit.USAGE, describe(e));
        }
    }

    private Answers form(Instrument instrument, String form) throws IOException {
        try (InputStream in = new BufferedInputStream(open(form))) {
            return Answers.of(instrument, FormReader.read(in));
        } catch (WrongAnswers e) {
            throw shell.wrongInput("error.record", form, describe(e));
        } catch (UnusableRecord e) {
            throw shell.unusable(form, e);
        }
    }

    private InputStream open(String form) throws IOException {
        return form.equals(STANDARD_STREAM) ? shell.terminal().in() : Files.newInputStream(Path.of(form));
    }

    private String describe(WrongAnswers problem) {
        Messages messages = shell.messages();
        Instrument instrument = problem.instrument();
        Question question = problem.question();
        int most = instrument.questions().size();
        if (question == null) {
            String needed = instrument.fewestAnswers() == most
                    ? Integer.toString(most)
                    : instrument.fewestAnswers() + "–" + most;
            return messages.text("answers.count", instrument.id(), needed, problem.found());
        }
        return switch (problem.kind()) {
            case STRANGE -> messages.text("answers.strange", instrument.id(), problem.found(), question.id());
            case FORM -> messages.text("answers.form", question.id(), problem.found());
            case RANGE, COUNT ->
                messages.text("answers.range", question.id(), problem.found(), question.least(), question.most());
        };
    }
}
