package org.lumbar.documents;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.MassageSession;
import org.lumbar.core.knowledge.Movement;
import org.lumbar.core.knowledge.MovementTerms.Term;
import org.lumbar.core.text.Language;
import org.lumbar.core.text.LocalizedText;

/**
 * Every movement and every zone of a massage with its picture, on one web page. The pictures are files beside it: for the
 * figure {@code side-bends} the key poses {@code figures/side-bends.svg}, and moving {@code figures/side-bends-moving.svg}.
 */
public final class ExercisesPage {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, ExercisesPage.class.getPackageName());

    /** Entries that belong together, such as the exercises of one part of a session. */
    record Section(String id, String name, List<Entry> entries) {}

    /**
     * One movement or zone.
     *
     * @param ratio width of the picture of the key poses as a multiple of its height; 0 for no picture
     * @param about what it is for, or why it is not offered
     * @param dose how much of it; empty when nothing is prescribed
     * @param instead what is done instead of a closed movement
     */
    record Entry(
            String id,
            String name,
            double ratio,
            boolean closed,
            String about,
            String dose,
            List<Link> instead,
            List<String> steps) {}

    /** Another entry of the page. */
    record Link(String id, String name) {}

    private final Words words;
    private final MovementDose doses;
    private final Map<String, Double> drawn;

    private ExercisesPage(Words words, Map<String, Double> drawn) {
        this.words = words;
        this.doses = new MovementDose(words);
        this.drawn = drawn;
    }

    /**
     * The page.
     *
     * @param drawn the figures that exist, with the width of their key poses as a multiple of the height
     * @param other the page in the other language, as a link leads to it
     */
    public static String of(KnowledgeBase knowledge, Language language, Map<String, Double> drawn, String other) {
        ExercisesPage page = new ExercisesPage(new Words(knowledge, language), drawn);
        StringOutput html = new StringOutput();
        TEMPLATES.render(
                "exercises.jte",
                Map.of("page", page, "sections", page.sections(), "language", language.code(), "other", other),
                html);
        return html.toString();
    }

    String label(String key) {
        return words.say(key);
    }

    String version() {
        KnowledgeBase knowledge = words.knowledge();
        return words.fill(
                "sources.generated", Map.of("version", knowledge.version(), "date", words.date(knowledge.reviewed())));
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        for (Term term : words.knowledge().movementTerms().sections()) {
            List<Entry> entries = words.knowledge().items().stream()
                    .filter(item ->
                            item.movement() != null && item.movement().section().equals(term.id()))
                    .map(item -> entry(item, item.movement()))
                    .toList();
            if (!entries.isEmpty()) {
                sections.add(new Section(term.id(), words.capital(words.say(term.name())), entries));
            }
        }
        words.knowledge().sessions().stream()
                .filter(MassageSession.class::isInstance)
                .map(MassageSession.class::cast)
                .forEach(session -> {
                    sections.add(section(session));
                    sections.add(techniques(session));
                });
        return sections;
    }

    private Entry entry(Item item, Movement movement) {
        LocalizedText about = item.refused() != null ? item.refused() : movement.purpose();
        return new Entry(
                item.id(),
                words.capital(words.say(item.name())),
                drawn.getOrDefault(item.id(), 0.0),
                item.refused() != null,
                about == null ? "" : words.say(about),
                movement.dose() == null ? "" : words.capital(doses.of(movement.dose())),
                movement.substitutes().stream().map(this::link).toList(),
                movement.steps().stream().map(words::say).toList());
    }

    private Link link(String id) {
        return new Link(id, words.name(id));
    }

    /** A massage by zone; steps on the same zone share an entry. A figure is named after the session and its zone. */
    private Section section(MassageSession session) {
        Map<String, List<MassageSession.Step>> zones = new LinkedHashMap<>();
        Map<String, LocalizedText> names = new LinkedHashMap<>();
        for (MassageSession.Step step : session.steps()) {
            zones.computeIfAbsent(step.zone(), zone -> new ArrayList<>()).add(step);
            names.putIfAbsent(step.zone(), step.name());
        }
        for (MassageSession.Variant variant : session.variants()) {
            for (MassageSession.Step step : variant.added()) {
                zones.computeIfAbsent(step.zone(), zone -> new ArrayList<>()).add(step);
                names.putIfAbsent(step.zone(), variant.name());
            }
        }
        List<Entry> entries = new ArrayList<>();
        zones.forEach((zone, steps) -> entries.add(zone(session.id() + "-" + zone, names.get(zone), steps)));
        return new Section(session.id(), words.capital(words.say(session.name())), entries);
    }

    /** Every technique of a massage, in the order in which it first comes. */
    private Section techniques(MassageSession session) {
        Set<String> ids = new LinkedHashSet<>();
        session.steps().forEach(step -> ids.addAll(step.techniques()));
        session.techniques().forEach(technique -> ids.add(technique.item()));
        List<Entry> entries = ids.stream()
                .flatMap(id -> words.knowledge().items().stream()
                        .filter(item -> item.id().equals(id)))
                .map(this::technique)
                .toList();
        return new Section(session.id() + "-techniques", words.say("gallery.techniques"), entries);
    }

    private Entry technique(Item item) {
        return new Entry(
                item.id(),
                words.capital(words.say(item.name())),
                drawn.getOrDefault(item.id(), 0.0),
                item.refused() != null,
                words.say(item.about()),
                "",
                List.of(),
                List.of());
    }

    private Entry zone(String id, LocalizedText name, List<MassageSession.Step> steps) {
        double minutes =
                steps.stream().mapToDouble(MassageSession.Step::minutes).sum();
        return new Entry(
                id,
                words.capital(words.say(name)),
                drawn.getOrDefault(id, 0.0),
                false,
                steps.stream()
                        .map(MassageSession.Step::how)
                        .filter(Objects::nonNull)
                        .map(words::say)
                        .collect(Collectors.joining(" ")),
                words.quantity("unit.min", words.number(minutes)),
                List.of(),
                steps.stream()
                        .flatMap(step -> step.techniques().stream())
                        .distinct()
                        .map(technique -> words.capital(words.name(technique)) + ".")
                        .toList());
    }
}
