package org.lumbar.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.exercise.ExerciseRules;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.exercise.ProgrammeHistory;
import org.lumbar.core.exercise.ProgrammePlanner;
import org.lumbar.core.exercise.ProgrammeRequest;
import org.lumbar.core.exercise.ProgrammeRequest.Times;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.MovementTerms.Term;
import org.lumbar.core.knowledge.ProgrammeTemplate.DayPart;
import org.lumbar.core.knowledge.ProgrammeTemplate.Setting;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.plan.Wording;
import org.lumbar.documents.Gallery;
import org.lumbar.documents.Handout;
import org.lumbar.documents.PlayerPage;
import org.lumbar.documents.ProgrammeCalendar;
import org.lumbar.documents.ProgrammeJson;
import org.lumbar.documents.ProgrammeText;
import org.lumbar.documents.TextOptions;
import org.lumbar.knowledge.Figures;
import org.lumbar.knowledge.Knowledge;
import org.lumbar.knowledge.Spelling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lumbar program}: exercise day by day for one patient. */
@Command(name = "program", sortOptions = false)
final class ProgramCommand extends Subcommand {

    private static final int DAYS_OF_A_WEEK = 7;
    private static final int MANY = 1000;
    private static final int PAIN_MOST = 10;

    @Parameters(paramLabel = "FILE", descriptionKey = "patient")
    private String input = "";

    @Option(names = "--setting", paramLabel = "NAME", completionCandidates = Choices.Settings.class)
    private String setting = "home";

    @Option(names = "--start", paramLabel = "DATE")
    private @Nullable String start;

    @Option(names = "--weeks", paramLabel = "N")
    private String weeks = "4";

    @Option(names = "--sessions", paramLabel = "N")
    private @Nullable String sessions;

    @Option(names = "--minutes", paramLabel = "N")
    private @Nullable String minutes;

    @Option(names = "--accustomed", paramLabel = "N")
    private @Nullable String accustomed;

    @Option(names = "--beginner")
    private boolean beginner;

    @Option(names = "--yoga")
    private boolean yoga;

    @Option(names = "--equipment", paramLabel = "LIST")
    private @Nullable String equipment;

    @Option(names = "--without", paramLabel = "LIST")
    private String without = "";

    @Option(names = "--choose", paramLabel = "LIST")
    private String choose = "";

    @Option(names = "--correct-sessions", paramLabel = "N")
    private String correctSessions = "0";

    @Option(names = "--history", paramLabel = "FILE", arity = "1..*")
    private List<Path> history = List.of();

    @Option(names = "--last-morning", paramLabel = "N")
    private @Nullable String lastMorning;

    @Option(names = "--rising", paramLabel = "TIME")
    private String rising = "07:00";

    @Option(names = "--morning", paramLabel = "TIME")
    private String morning = "07:30";

    @Option(names = "--day", paramLabel = "TIME")
    private String day = "12:00";

    @Option(names = "--evening", paramLabel = "TIME")
    private String evening = "19:00";

    @Option(names = "--zone", paramLabel = "ZONE")
    private @Nullable String zone;

    @Option(names = "--format", paramLabel = "FORM", completionCandidates = Choices.ProgramFormats.class)
    private String format = Format.TEXT.id();

    @Mixin
    private RequestOptions wanted = new RequestOptions();

    @Mixin
    private PaperOptions paper = new PaperOptions();

    ProgramCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws IOException {
        checkForm();
        KnowledgeBase knowledge = BuiltIn.knowledge();
        PlanRequest planned = wanted.request(shell);
        ProgrammePlanner programmes = new ProgrammePlanner(knowledge);
        ProgrammeRequest request = request(knowledge, programmes.rules().day(), planned.date());
        ZoneId place = place();
        TreatmentPlan plan = RequestOptions.plan(shell, input, new Planner(knowledge), planned);
        ProgrammeHistory performed = performed(plan);
        Programme programme =
                performed == null ? programmes.first(plan, request) : programmes.next(plan, request, performed);
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        switch (format) {
            case "json" -> ProgrammeJson.write(programme, knowledge, document);
            case "ics" -> document.writeBytes(bytes(ProgrammeCalendar.of(programme, knowledge, place)));
            case Choices.Papers.HTML, Choices.Papers.PDF -> write(programme, performed, knowledge, document);
            default -> document.writeBytes(bytes(ProgrammeText.of(programme, knowledge, layout())));
        }
        paper.write(shell, document.toByteArray());
        return Exit.DONE;
    }

    private void checkForm() {
        Choices.ProgramFormats forms = new Choices.ProgramFormats();
        if (StreamSupport.stream(forms.spliterator(), false).noneMatch(format::equals)) {
            throw shell.wrongValue("--format", format, forms);
        }
        paper.check(shell, format.equals(Choices.Papers.PDF));
    }

    /** For the person who exercises: a page that guides through the sessions, or paper. */
    private void write(
            Programme programme,
            @Nullable ProgrammeHistory performed,
            KnowledgeBase knowledge,
            ByteArrayOutputStream document)
            throws IOException {
        if (programme.sessions().isEmpty()) {
            String why = programme.stops().stream()
                    .map(new Wording(knowledge, shell.messages().language())::say)
                    .collect(Collectors.joining(" "));
            throw shell.wrongInput("error.no-programme", input, why);
        }
        Figures figures = Knowledge.figures();
        Gallery gallery = new Gallery(figures.body(), figures.clips());
        if (format.equals(Choices.Papers.PDF)) {
            Handout.write(programme, knowledge, gallery, paper.large(), document);
        } else {
            LocalDate before = programme.request().start().minusDays(1);
            PlayerPage.Options options = PlayerPage.Options.FILE.after(
                    performed == null ? null : performed.lastDay(before).orElse(null));
            document.writeBytes(bytes(PlayerPage.of(programme, knowledge, gallery, options)));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private TextOptions layout() {
        return new TextOptions(
                shell.terminal().columns(), !paper.toFile() && shell.terminal().colour(), false);
    }

    /** What was done so far; null when nothing was. */
    private @Nullable ProgrammeHistory performed(TreatmentPlan plan) throws IOException {
        Integer morning = number("--last-morning", lastMorning, 0, PAIN_MOST);
        if (history.isEmpty()) {
            if (morning != null) {
                throw shell.wrongUsage("usage.last-morning");
            }
            return null;
        }
        ProgrammeHistory performed = new Histories(shell, plan.patientId()).read(history);
        return morning == null ? performed : performed.withLastMorning(morning);
    }

    private ProgrammeRequest request(KnowledgeBase knowledge, ExerciseRules.Day lengths, LocalDate today) {
        int shortest = (int) lengths.beginner();
        int longest = (int) lengths.under();
        Setting place = Choices.Settings.of(setting)
                .orElseThrow(() -> shell.wrongValue("--setting", setting, new Choices.Settings()));
        Integer most = number("--minutes", minutes, shortest, longest);
        Map<DayPart, Integer> limits = new EnumMap<>(DayPart.class);
        if (most != null) {
            for (DayPart part : DayPart.values()) {
                limits.put(part, most);
            }
        }
        Set<String> movements = new HashSet<>();
        knowledge.items().stream().filter(item -> item.movement() != null).forEach(item -> movements.add(item.id()));
        Set<String> things = new HashSet<>(
                knowledge.movementTerms().equipment().stream().map(Term::id).toList());
        Integer chosenWeeks = number("--weeks", weeks, 1, ProgrammeRequest.WEEKS_MOST);
        Integer correct = number("--correct-sessions", correctSessions, 0, MANY);
        return new ProgrammeRequest(
                start == null ? today : date(start),
                chosenWeeks == null ? 1 : chosenWeeks,
                place,
                equipment == null ? null : list("--equipment", equipment, things),
                limits,
                number("--sessions", sessions, 1, DAYS_OF_A_WEEK),
                new Times(
                        time("--rising", rising),
                        time("--morning", morning),
                        time("--day", day),
                        time("--evening", evening)),
                list("--without", without, movements),
                list("--choose", choose, movements),
                correct == null ? 0 : correct,
                number("--accustomed", accustomed, shortest, longest),
                beginner,
                yoga);
    }

    private Set<String> list(String option, String value, Set<String> known) {
        Set<String> ids = new HashSet<>();
        for (String one : value.split(",", -1)) {
            String id = one.strip();
            if (!id.isEmpty() && !known.contains(id)) {
                throw shell.wrongUsage("usage.value", option, id, near(id, known));
            }
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static String near(String id, Set<String> known) {
        return Spelling.nearest(id, known)
                .orElse(String.join(", ", known.stream().sorted().toList()));
    }

    private @Nullable Integer number(String option, @Nullable String value, int least, int most) {
        if (value == null) {
            return null;
        }
        if (!value.matches("[0-9]{1,4}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw shell.wrongUsage("usage.number", option, value, least, most);
        }
        return Integer.valueOf(value);
    }

    private LocalTime time(String option, String value) {
        try {
            return LocalTime.parse(value);
        } catch (DateTimeException e) {
            throw shell.wrongUsage("usage.time", option, value);
        }
    }

    private LocalDate date(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw shell.wrongUsage("usage.start", value);
        }
    }

    private ZoneId place() {
        if (zone == null) {
            return ZoneId.systemDefault();
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw shell.wrongUsage("usage.zone", zone);
        }
    }
}
