package org.lumbar.server.therapy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.MassageSession;
import org.lumbar.core.massage.Massage;
import org.lumbar.core.massage.MassagePlanner;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Messages;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.SignedSheet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** A massage step by step, fitted to the patient and to the place of the session in its course, with a timer. */
@Controller
public final class MassageController {

    private static final int MINUTE = 60;
    private static final int LONGEST_COURSE = 50;

    private final Clinic clinic;
    private final DayBook book;
    private final Supplier<Planner> planner;

    MassageController(Clinic clinic, DayBook book, Supplier<Planner> planner) {
        this.clinic = clinic;
        this.book = book;
        this.planner = planner;
    }

    /**
     * A step in words.
     *
     * @param figure id of its picture
     * @param seconds that it takes
     */
    public record Step(String name, String techniques, String how, String figure, int seconds) {
        /** As a clock shows it. */
        public String time() {
            return seconds / MINUTE + ":" + (seconds % MINUTE < 10 ? "0" : "") + seconds % MINUTE;
        }
    }

    /** Something that is left out, and why. */
    public record LeftOut(String name, String why) {}

    /** What the page shows. */
    public record Script(
            PatientDay day,
            Treatment treatment,
            int number,
            int minutes,
            List<Step> steps,
            List<String> variants,
            List<LeftOut> leftOut,
            List<String> besides,
            String position,
            List<String> rules,
            List<String> neverOn,
            List<String> stopIf) {}

    @GetMapping("/patients/{id}/massage")
    View show(Page page, @PathVariable String id, @RequestParam(name = "session", defaultValue = "0") int typed) {
        PatientChart chart = clinic.chart(id);
        PatientDay day = book.of(chart, clinic.today(), page.messages());
        MassageSession session = session();
        Treatment treatment = day.treatments().stream()
                .filter(one -> one.id().equals(session.item()))
                .findFirst()
                .orElseThrow(Missing::new);
        int number = typed >= 1 && typed <= LONGEST_COURSE
                ? typed
                : treatment.course().done() + 1;
        Planner inForce = planner.get();
        Massage massage = new MassagePlanner(inForce.knowledge(), inForce.atoms())
                .plan(
                        session,
                        clinic.plan(chart, page.language()),
                        number,
                        SignedSheet.of(chart.signed().getLast()).lines().stream()
                                .map(SignedSheet.Line::id)
                                .collect(Collectors.toSet()));
        return Html.of("massage", page, Map.of("script", script(day, treatment, massage, number, page.messages())));
    }

    private MassageSession session() {
        return clinic.knowledge().sessions().stream()
                .filter(MassageSession.class::isInstance)
                .map(MassageSession.class::cast)
                .findFirst()
                .orElseThrow(Missing::new);
    }

    private Script script(PatientDay day, Treatment treatment, Massage massage, int number, Messages messages) {
        MassageSession session = massage.session();
        Map<String, String> names = new HashMap<>();
        clinic.knowledge().items().forEach(item -> names.put(item.id(), messages.say(item.name())));
        return new Script(
                day,
                treatment,
                number,
                (int) Math.round(massage.minutes()),
                massage.steps().stream().map(step -> step(step, messages)).toList(),
                massage.variants().stream().map(one -> variant(one, messages)).toList(),
                leftOut(massage, messages),
                massage.besides().stream()
                        .map(one -> besides(one, names, messages))
                        .toList(),
                messages.say(session.position()),
                said(session.rules(), messages),
                said(session.neverOn(), messages),
                said(session.stopIf(), messages));
    }

    private static List<String> said(List<LocalizedText> texts, Messages messages) {
        return texts.stream().map(messages::say).toList();
    }

    private static Step step(Massage.Step step, Messages messages) {
        LocalizedText how = step.plain() ? null : step.step().how();
        String plain = step.plain() ? messages.say("massage.plain") : "";
        return new Step(
                messages.capital(messages.say(step.step().name())),
                step.techniques().stream()
                        .map(Item::name)
                        .map(messages::say)
                        .map(MassageController::technique)
                        .collect(Collectors.joining(", ")),
                how == null ? plain : messages.say(how),
                "massage-" + step.step().zone(),
                (int) Math.round(step.minutes() * MINUTE));
    }

    /** Techniques are called "massage: stroking"; under a massage the second word says it. */
    private static String technique(String name) {
        return name.substring(name.indexOf(':') + 1).strip();
    }

    private static String variant(MassageSession.Variant variant, Messages messages) {
        String name = messages.capital(messages.say(variant.name()));
        LocalizedText text = variant.text();
        return text == null ? name + "." : name + ". " + messages.say(text);
    }

    private List<LeftOut> leftOut(Massage massage, Messages messages) {
        Map<String, LocalizedText> findings = clinic.knowledge().findings().stream()
                .collect(Collectors.toMap(FindingDefinition::id, FindingDefinition::name, (a, b) -> a));
        List<LeftOut> all = new ArrayList<>();
        for (Massage.LeftOut one : massage.leftOut()) {
            String why = one.findings().stream()
                    .map(finding -> messages.say(Objects.requireNonNull(findings.get(finding))))
                    .collect(Collectors.joining(", "));
            String key = one.findings().isEmpty() ? "variant" : one.unknown() ? "unknown" : "present";
            all.add(new LeftOut(
                    messages.capital(messages.say(one.step().name())), messages.say("massage.out." + key, "why", why)));
        }
        for (Item one : massage.excluded()) {
            all.add(new LeftOut(messages.capital(messages.say(one.name())), messages.say("massage.out.technique")));
        }
        return all;
    }

    private static String besides(MassageSession.Technique one, Map<String, String> names, Messages messages) {
        Double most = one.minutesMost();
        String name = technique(names.getOrDefault(one.item(), one.item()));
        return most == null
                ? name
                : messages.say("massage.besides.most", Map.of("name", name, "seconds", Math.round(most * MINUTE)));
    }
}
