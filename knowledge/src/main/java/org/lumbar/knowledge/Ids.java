package org.lumbar.knowledge;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every id of the content by kind. Gathered before anything is read, so that a reference is checked where it stands. */
final class Ids {

    /** What an id can belong to, as messages call it. */
    enum Kind {
        FINDING("finding"),
        RED_FLAG("red flag"),
        MEASURE("measure"),
        ITEM("item"),
        /** An item that stands for itself, not an umbrella. */
        TREATMENT("single treatment"),
        TOPIC("topic"),
        CLASS("class"),
        SUBSTANCE("substance"),
        INTERACTION("interaction"),
        HERB_FOOD("herb or food"),
        ATC("named ATC code"),
        PROCEDURE("procedure"),
        CHOICE("choice"),
        GATE("gate"),
        PHASE("phase"),
        STAGE("stage"),
        GOAL("goal"),
        FOLLOW_UP("follow-up"),
        ADVICE("advice"),
        GUIDELINE("guideline"),
        CITATION("citation"),
        CLAIM("claim"),
        INSTRUMENT("instrument"),
        SESSION("session"),
        SECTION("section"),
        REGION("region"),
        POSITION("position"),
        EQUIPMENT("equipment"),
        LOAD("load"),
        PERSON("person"),
        FIGURE("figure"),
        BASE("base");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /**
     * Where ids are defined: in the files of a folder or in one file, at the top or in the list under a key.
     *
     * @param path a folder when it ends with a slash
     */
    private record Home(Kind kind, String path, @Nullable String key) {}

    private record Place(String file, int line) {}

    private static final String TERMS = "movement-terms.yaml";

    private static final List<Home> HOMES = List.of(
            new Home(Kind.FINDING, "findings/", null),
            new Home(Kind.FINDING, "red-flags.yaml", null),
            new Home(Kind.RED_FLAG, "red-flags.yaml", null),
            new Home(Kind.MEASURE, "measures.yaml", "measures"),
            new Home(Kind.ITEM, "items/", null),
            new Home(Kind.TOPIC, "topics/", null),
            new Home(Kind.CLASS, "classes/", null),
            new Home(Kind.SUBSTANCE, "substances.yaml", null),
            new Home(Kind.INTERACTION, "interactions/", null),
            new Home(Kind.HERB_FOOD, InteractionsReader.HERBS, null),
            new Home(Kind.ATC, InteractionsReader.ATC, null),
            new Home(Kind.PROCEDURE, "compatibility.yaml", "procedures"),
            new Home(Kind.CHOICE, "choices.yaml", "choices"),
            new Home(Kind.GATE, "gates.yaml", null),
            new Home(Kind.PHASE, "diagnosis.yaml", "phases"),
            new Home(Kind.STAGE, "pathway.yaml", "stages"),
            new Home(Kind.GOAL, "pathway.yaml", "goals"),
            new Home(Kind.FOLLOW_UP, "pathway.yaml", "follow-up"),
            new Home(Kind.ADVICE, "pathway.yaml", "safety-net"),
            new Home(Kind.ADVICE, "pathway.yaml", "stop-rules"),
            new Home(Kind.ADVICE, "pathway.yaml", "session-signs"),
            new Home(Kind.GUIDELINE, "guidelines.yaml", "guidelines"),
            new Home(Kind.CITATION, "citations/", null),
            new Home(Kind.CLAIM, "claims/", null),
            new Home(Kind.INSTRUMENT, "instruments/", null),
            new Home(Kind.SESSION, "sessions/", null),
            new Home(Kind.SECTION, TERMS, "sections"),
            new Home(Kind.REGION, TERMS, "regions"),
            new Home(Kind.POSITION, TERMS, "positions"),
            new Home(Kind.EQUIPMENT, TERMS, "equipment"),
            new Home(Kind.LOAD, TERMS, "loads"),
            new Home(Kind.PERSON, "personas.yaml", null),
            new Home(Kind.FIGURE, "figures/", null),
            new Home(Kind.BASE, "figures/bases.yaml", "bases"));

    private final Map<Kind, Map<String, Place>> places = new EnumMap<>(Kind.class);
    private final Problems problems;

    private Ids(Problems problems) {
        this.problems = problems;
        for (Kind kind : Kind.values()) {
            places.put(kind, new LinkedHashMap<>());
        }
    }

    /** The ids of the content; one that exists twice is reported where it stands the second time. */
    static Ids of(Content content, Problems problems) {
        Ids ids = new Ids(problems);
        for (Home home : HOMES) {
            if (home.path().endsWith("/")) {
                for (String file : content.folder(home.path()).keySet()) {
                    if (!Layout.isCases(file) && !InteractionsReader.isNames(file)) {
                        ids.gather(home, file, content.file(file));
                    }
                }
            } else {
                ids.gather(home, home.path(), content.file(home.path()));
            }
        }
        return ids;
    }

    boolean has(Kind kind, String id) {
        return known(kind).contains(id);
    }

    /** All ids of a kind, in the order of the files. */
    Set<String> known(Kind kind) {
        return places.getOrDefault(kind, Map.of()).keySet();
    }

    private void gather(Home home, String file, @Nullable Node root) {
        Node node = home.key() != null && root instanceof Node.Fields fields ? fields.get(home.key()) : root;
        if (node instanceof Node.Items items) {
            for (Node item : items.nodes()) {
                add(home.kind(), file, item);
            }
        } else if (node != null) {
            add(home.kind(), file, node);
        }
    }

    private void add(Kind kind, String file, Node node) {
        if (node instanceof Node.Fields fields && fields.get("id") instanceof Node.Text id) {
            Place first = places.getOrDefault(kind, new LinkedHashMap<>())
                    .putIfAbsent(id.value(), new Place(file, id.line()));
            if (first != null) {
                problems.error(
                        file,
                        id.line(),
                        "the " + kind.label() + " " + id.value() + " exists twice, first in " + first.file() + ":"
                                + first.line(),
                        "Keep one of them, or rename it.");
            }
            if (kind == Kind.ITEM && fields.get("members") == null) {
                places.getOrDefault(Kind.TREATMENT, new LinkedHashMap<>())
                        .putIfAbsent(id.value(), new Place(file, id.line()));
            }
        }
    }
}
