package org.lumbar.documents;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.ProgrammeTemplate;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.documents.PlayerSheet.Planned;

/**
 * A session as a page that guides through it: stop questions, exercises in tempo, questions afterwards. One file that needs no
 * network; without scripts it is a numbered page with still pictures.
 */
public final class PlayerPage {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, PlayerPage.class.getPackageName());

    private PlayerPage() {}

    /**
     * How the page is made.
     *
     * @param instructor for someone who teaches the exercises, instead of someone who does them
     * @param assets address of the folder with {@link PlayerAssets}; null for one file that holds everything
     * @param post where results go; null when they are only kept as a file
     * @param group whom the session is for when an instructor teaches several, and what each leaves out
     * @param earlier the day of the last session before, whose next morning is asked about; null when nobody knows it
     * @param appearance how a server's reader wants pages to look; null for a page that is no server's
     * @param help where somebody is helped who feels worse meanwhile; null for a page that is no server's
     */
    public record Options(
            boolean instructor,
            @Nullable String assets,
            @Nullable Post post,
            List<Member> group,
            @Nullable LocalDate earlier,
            @Nullable Appearance appearance,
            @Nullable Link help) {

        /** One file for one person. */
        public static final Options FILE = new Options(false, null, null, List.of());

        public Options {
            group = List.copyOf(group);
        }

        /** A page that looks as it always does, where nobody knows of an earlier session. */
        public Options(boolean instructor, @Nullable String assets, @Nullable Post post, List<Member> group) {
            this(instructor, assets, post, group, null, null, null);
        }

        /** The same after a session on that day. */
        public Options after(@Nullable LocalDate day) {
            return new Options(instructor, assets, post, group, day, appearance, help);
        }

        /** The same as its reader wants it to look. */
        public Options looking(@Nullable Appearance wanted) {
            return new Options(instructor, assets, post, group, earlier, wanted, help);
        }

        /** The same with a way to help that is always in sight. */
        public Options helping(@Nullable Link place) {
            return new Options(instructor, assets, post, group, earlier, appearance, place);
        }
    }

    /**
     * How a server's reader wants pages to look.
     *
     * @param look what {@code data-look} of the page is; null for the ordinary version
     * @param style address of the style sheet that knows it
     * @param panel address of the page where it is chosen
     * @param name of that page
     */
    public record Appearance(@Nullable String look, String style, String panel, String name) {}

    /** Another page of the server. */
    public record Link(String address, String name) {}

    /**
     * A server that takes results. What the device cannot send is kept on it and sent later, in its order.
     *
     * @param address takes a FHIR bundle from the script, the fields of a form where no script runs
     * @param headers of what the script sends, besides the key by which the server knows a repetition
     * @param fields hidden in the form
     * @param back page that one came from and goes back to
     */
    public record Post(String address, Map<String, String> headers, Map<String, String> fields, String back) {
        public Post {
            headers = Map.copyOf(headers);
            fields = Map.copyOf(fields);
        }
    }

    /**
     * One of a group, and what is left out for them: the session as it is for this person alone.
     *
     * @param name by which the page calls them
     */
    public record Member(TreatmentPlan plan, SessionOutline outline, String name) {

        /** Somebody whom the page calls by the id of the record. */
        public Member(TreatmentPlan plan, SessionOutline outline) {
            this(plan, outline, plan.patientId());
        }
    }

    /**
     * The page in the language of the plan; the same arguments give the same text.
     *
     * @param knowledge the one that the plan was made with
     */
    public static String of(
            SessionOutline outline, TreatmentPlan plan, KnowledgeBase knowledge, Gallery gallery, Options options) {
        Words words = new Words(knowledge, plan.request().language());
        PlayerSheet sheet = new PlayerSheet(outline, plan, words, gallery, options);
        return rendered(sheet, new PlayerScript(sheet, words, null));
    }

    /**
     * The sessions of a programme as one page: its days, and from each session into it. Exercises that come again and again are
     * in it once.
     *
     * @param programme one with days
     * @param knowledge the one that it was made with
     */
    public static String of(Programme programme, KnowledgeBase knowledge, Gallery gallery, Options options) {
        Words words = new Words(knowledge, programme.plan().request().language());
        PlayerSheet sheet = sheet(programme, words, gallery, options);
        return rendered(sheet, new PlayerScript(sheet, words, programme));
    }

    static PlayerSheet sheet(Programme programme, Words words, Gallery gallery, Options options) {
        List<Planned> planned = programme.sessions().stream()
                .map(one -> new Planned(SessionOutline.of(one), one.at(), one.minutes(), one.date()))
                .toList();
        List<SessionOutline.Exercise> exercises = planned.stream()
                .flatMap(one -> one.outline().exercises().stream())
                .distinct()
                .toList();
        ProgrammeTemplate template = Objects.requireNonNull(programme.template(), "a programme without days");
        SessionOutline all = new SessionOutline(
                template.id(), template.name(), planned.getFirst().outline().about(), exercises, List.of());
        return new PlayerSheet(all, planned, programme.plan(), words, gallery, options);
    }

    private static String rendered(PlayerSheet sheet, PlayerScript script) {
        if (sheet.questions().isEmpty()) {
            throw new IllegalStateException("No stop rule of exercise names red flags to ask about before a session");
        }
        StringOutput html = new StringOutput();
        TEMPLATES.render(
                "player.jte",
                Map.of(
                        "sheet", sheet,
                        "script", script.json(),
                        "policy", policy(sheet.options())),
                html);
        return html.toString();
    }

    /** The policy that the page keeps to: nothing from elsewhere, no script and no style but its own. */
    public static String policy(Options options) {
        String own = options.assets() == null
                ? "script-src " + PlayerAssets.hash(PlayerAssets.read(PlayerAssets.BOOT)) + " "
                        + PlayerAssets.hash(PlayerAssets.bundle()) + "; style-src "
                        + PlayerAssets.hash(PlayerAssets.read(PlayerAssets.STYLE))
                : "script-src 'self'; style-src 'self'";
        String send = options.post() == null ? "; form-action 'none'" : "; connect-src 'self'; form-action 'self'";
        return "default-src 'none'; base-uri 'none'; " + own + "; img-src data:" + send;
    }
}
