package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Dose.Range;
import org.lumbar.figures.Body;
import org.lumbar.figures.Body.Segment;
import org.lumbar.figures.Camera;
import org.lumbar.figures.Checks;
import org.lumbar.figures.Clip;
import org.lumbar.figures.Contact;
import org.lumbar.figures.Dof;
import org.lumbar.figures.Phase;
import org.lumbar.figures.Pose;
import org.lumbar.figures.Prop;
import org.lumbar.figures.Region;
import org.lumbar.figures.Spot;
import org.lumbar.figures.Stroke;

/** Reads the poses under {@code figures/} and checks that a body can take them. */
final class FiguresReader {

    private static final String BODY = "figures/body.yaml";
    private static final String BASES = "figures/bases.yaml";

    /** A position that movements start from. */
    private record Base(Pose pose, Set<Contact> contacts) {}

    private final Reading reading;
    private final Map<String, Base> bases = new LinkedHashMap<>();
    /** The line of every phase, by clip; the first is that of the file. */
    private final Map<String, List<Integer>> lines = new LinkedHashMap<>();

    private final Map<String, String> files = new LinkedHashMap<>();

    FiguresReader(Reading reading) {
        this.reading = reading;
    }

    Figures read() {
        Body body = body();
        bases();
        SortedMap<String, Clip> clips = new TreeMap<>();
        for (Entry entry : reading.mappings("figures/")) {
            if (!entry.file().equals(BODY) && !entry.file().equals(BASES)) {
                Clip clip = clip(entry);
                clips.put(clip.id(), clip);
                entry.end();
            }
        }
        return new Figures(body, clips);
    }

    /** Reports, where it is written, what no body can do. */
    void check(Figures figures) {
        check(figures, figures.clips().keySet());
    }

    /** The same of some figures alone, and of all of them whether their words belong to steps that there are. */
    void check(Figures figures, Set<String> some) {
        figures.clips().values().forEach(this::cues);
        figures.clips().values().parallelStream()
                .filter(clip -> some.contains(clip.id()))
                .map(clip -> Map.entry(clip, Checks.of(figures.body(), clip)))
                .toList()
                .forEach(entry -> entry.getValue().forEach(finding -> report(entry.getKey(), finding)));
    }

    /** A cue is the number of a step of the movement of the same id. */
    private void cues(Clip clip) {
        Node item = reading.content().file("items/movement/" + clip.id() + ".yaml");
        if (item instanceof Node.Fields fields
                && fields.get("movement") instanceof Node.Fields movement
                && movement.get("steps") instanceof Node.Items steps) {
            int count = steps.nodes().size();
            for (int i = 0; i < clip.phases().size(); i++) {
                int cue = clip.phases().get(i).cue().orElse(1);
                if (cue < 1 || cue > count) {
                    String what = "cue is " + cue + ", but the movement has steps 1 to " + count;
                    report(clip, new Checks.Finding(i, null, what, "Name one of its steps."));
                }
            }
        }
    }

    private void report(Clip clip, Checks.Finding finding) {
        String file = files.getOrDefault(clip.id(), BODY);
        int line = lines.getOrDefault(clip.id(), List.of(1)).get(finding.phase() + 1);
        String phase =
                finding.phase() < 0 ? "" : clip.phases().get(finding.phase()).name() + ": ";
        reading.problems().error(file, line, phase + finding.what(), finding.advice());
    }

    private Body body() {
        Entry entry = reading.mapping(BODY);
        Map<Segment, Double> lengths = new EnumMap<>(Segment.class);
        for (Entry length : entry.entries("lengths")) {
            String id = length.word("id", null, segments());
            for (Segment segment : Segment.values()) {
                if (segment.id().equals(id)) {
                    lengths.put(segment, length.amount("share"));
                }
            }
            length.sources(true);
            length.end();
        }
        if (!entry.has("lengths")) {
            entry.error("lengths", "needs lengths", "Add lengths: a list, each with id and share.");
        }
        for (Segment segment : Segment.values()) {
            if (lengths.putIfAbsent(segment, 0.1) == null) {
                entry.error("lengths", "lengths lacks " + segment.id(), "Add it, as a share of the stature.");
            }
        }
        Map<String, Body.Range> limits = new LinkedHashMap<>();
        for (Entry limit : entry.entries("limits")) {
            String id = limit.word("id", null, movements());
            Range range = limit.rangeOrNull("range");
            if (range == null && !limit.has("range")) {
                limit.error("range", "needs range", "Add range: [least, most] in degrees.");
            } else if (range != null) {
                limits.put(id, new Body.Range(range.least(), range.most()));
            }
            limit.sources(true);
            limit.end();
        }
        double stature = entry.amount("stature-cm");
        entry.end();
        return new Body(stature == 0 ? 1 : stature, lengths, limits);
    }

    private static List<String> segments() {
        List<String> ids = new ArrayList<>();
        for (Segment segment : Segment.values()) {
            ids.add(segment.id());
        }
        return ids;
    }

    private static List<String> movements() {
        Set<String> ids = new LinkedHashSet<>();
        for (Dof dof : Dof.values()) {
            ids.add(dof.limit());
        }
        return List.copyOf(ids);
    }

    private void bases() {
        Entry file = reading.mapping(BASES);
        for (Entry entry : file.entries("bases")) {
            String from = entry.textOrNull("from");
            Base parent = from == null ? new Base(Pose.NEUTRAL, Set.of()) : base(entry, "from", from);
            Set<Contact> contacts = contacts(entry);
            bases.put(
                    entry.text("id"),
                    new Base(
                            parent.pose().with(pose(entry).orElse(Map.of())),
                            contacts == null ? parent.contacts() : contacts));
            entry.end();
        }
        file.end();
    }

    private Base base(Entry entry, String key, String id) {
        Base base = bases.get(id);
        if (base == null) {
            entry.error(
                    key,
                    "no base has the id " + id,
                    Spelling.advice(id, bases.keySet(), "Define it above in figures/bases.yaml."));
            return new Base(Pose.NEUTRAL, Set.of());
        }
        return base;
    }

    private Clip clip(Entry entry) {
        String id = entry.text("id");
        Base base = base(entry, "base", entry.text("base"));
        Set<Contact> contacts = contacts(entry);
        List<Integer> where = new ArrayList<>(List.of(entry.line()));
        List<Phase> phases = new ArrayList<>();
        for (Entry phase : entry.entries("phases")) {
            where.add(phase.line());
            phases.add(phase(phase));
        }
        if (phases.isEmpty()) {
            entry.error("phases", "needs phases", "Add phases: a list, each with name and ms.");
            phases.add(
                    new Phase("?", 1, Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty()));
            where.add(entry.line());
        }
        lines.put(id, where);
        files.put(id, entry.file());
        nameOfFile(entry, id);
        return new Clip(
                id,
                base.pose().with(pose(entry).orElse(Map.of())),
                anchor(entry),
                contacts == null ? base.contacts() : contacts,
                camera(entry),
                equipment(entry),
                words(entry, "highlight", Region.ids(), Region::of),
                phases,
                keyPoses(entry, phases),
                entry.flag("mirror", false),
                entry.words("arrows").stream()
                        .flatMap(spot -> spot(entry, "arrows", spot).stream())
                        .toList(),
                strokes(entry));
    }

    private static void nameOfFile(Entry entry, String id) {
        if (!id.equals("?") && !entry.file().equals("figures/" + id + ".yaml")) {
            entry.error("id", "the figure " + id + " stands in " + entry.file(), "Name the file as the id.");
        }
    }

    private static List<String> keyPoses(Entry entry, List<Phase> phases) {
        List<String> names = phases.stream().map(Phase::name).toList();
        List<String> chosen = entry.words("key-poses");
        if (chosen.isEmpty()) {
            entry.error("key-poses", "needs key-poses", "Add key-poses: [names of phases].");
        }
        for (String name : chosen) {
            if (!names.contains(name)) {
                entry.error("key-poses", "no phase has the id " + name, Spelling.advice(name, names, "Name a phase."));
            }
        }
        return chosen;
    }

    private Phase phase(Entry entry) {
        int milliseconds = entry.whole("ms");
        if (milliseconds == 0 && entry.has("ms")) {
            entry.error("ms", "ms is 0", "A phase lasts at least 1 millisecond.");
        }
        String breath = entry.has("breath") ? entry.word("breath", null, List.of("in", "out")) : null;
        Phase phase = new Phase(
                entry.text("name"),
                Math.max(1, milliseconds),
                pose(entry),
                Optional.ofNullable(breath).map(way -> way.equals("in") ? Phase.Breath.IN : Phase.Breath.OUT),
                Optional.ofNullable(entry.wholeOrNull("cue")),
                entry.flag("through", false),
                Optional.ofNullable(contacts(entry)));
        entry.end();
        return phase;
    }

    /** Angles by name; empty when the entry has none. */
    private static Optional<Map<Dof, Double>> pose(Entry entry) {
        Entry angles = entry.entryOrNull("pose");
        if (angles == null) {
            return Optional.empty();
        }
        Map<Dof, Double> pose = new EnumMap<>(Dof.class);
        for (String key : angles.keys()) {
            Optional<Dof> dof = Dof.of(key);
            if (dof.isPresent()) {
                pose.put(dof.get(), angles.number(key));
            } else {
                angles.node(key);
                angles.error(
                        key,
                        "no angle has the name " + key,
                        Spelling.advice(key, angleNames(), "knowledge/README.md lists the angles."));
            }
        }
        return Optional.of(pose);
    }

    private static List<String> angleNames() {
        List<String> names = new ArrayList<>();
        for (Dof dof : Dof.values()) {
            names.add(dof.id());
        }
        return names;
    }

    private static Optional<Spot.Sided> anchor(Entry entry) {
        return Optional.ofNullable(entry.textOrNull("anchor")).flatMap(id -> spot(entry, "anchor", id));
    }

    private static Optional<Spot.Sided> spot(Entry entry, String key, String id) {
        Optional<Spot.Sided> spot = Spot.Sided.of(id);
        if (spot.isEmpty()) {
            entry.error(
                    key,
                    key + " is " + id + ", no spot of the body",
                    Spelling.advice(id, Spot.ids(), "Choose one of " + String.join(", ", Spot.ids()) + "."));
        }
        return spot;
    }

    /** Null when the entry says nothing of contacts. */
    private static @Nullable Set<Contact> contacts(Entry entry) {
        if (!entry.has("contacts")) {
            return null;
        }
        Set<Contact> contacts = new LinkedHashSet<>();
        for (String text : entry.words("contacts")) {
            Optional<Contact> contact = Contact.of(text);
            if (contact.isPresent()) {
                contacts.add(contact.get());
            } else {
                entry.error(
                        "contacts",
                        text + " is no contact",
                        "Write a spot, or hand.R on and a place; knowledge/README.md lists them.");
            }
        }
        return contacts;
    }

    private static Camera camera(Entry entry) {
        Entry camera = entry.entryOrNull("camera");
        if (camera == null) {
            if (!entry.has("camera")) {
                entry.error("camera", "needs camera", "Add camera: {azimuth: 20, elevation: 8}.");
            }
            return new Camera(0, 0, Camera.Frame.WHOLE);
        }
        Camera read = new Camera(
                camera.number("azimuth"),
                camera.number("elevation"),
                Camera.Frame.of(camera.word("frame", "whole", Camera.Frame.ids()))
                        .orElse(Camera.Frame.WHOLE));
        camera.end();
        return read;
    }

    /** Equipment: a word, or an entry that says where it stands. */
    private List<Prop> equipment(Entry entry) {
        Node node = entry.node("equipment");
        List<Prop> props = new ArrayList<>();
        if (node == null) {
            return props;
        }
        if (!(node instanceof Node.Items items)) {
            entry.error(node, "equipment should be a list", "Write [mat].");
            return props;
        }
        for (Node item : items.nodes()) {
            if (item instanceof Node.Fields fields) {
                props.add(prop(new Entry(entry.file(), fields, reading)));
            } else if (item instanceof Node.Text text
                    && Prop.Kind.of(text.value()).isPresent()) {
                Prop.Kind.of(text.value()).ifPresent(kind -> props.add(new Prop(kind, 0, 0, 0, 0)));
            } else {
                String value = item instanceof Node.Text text ? text.value() : "no single value";
                entry.error(
                        item,
                        "equipment is " + value + ", expected one of " + String.join(", ", Prop.Kind.ids()),
                        Spelling.advice(value, Prop.Kind.ids(), "Choose one of them."));
            }
        }
        return props;
    }

    private static Prop prop(Entry entry) {
        Prop prop = new Prop(
                Prop.Kind.of(entry.word("kind", null, Prop.Kind.ids())).orElse(Prop.Kind.MAT),
                or0(entry.numberOrNull("forward-cm")),
                or0(entry.numberOrNull("side-cm")),
                or0(entry.numberOrNull("turn")),
                or0(entry.amountOrNull("height-cm")));
        entry.end();
        return prop;
    }

    private static double or0(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private static List<Stroke> strokes(Entry entry) {
        List<Stroke> strokes = new ArrayList<>();
        for (Entry stroke : entry.entries("hands-on")) {
            String zone = stroke.word("zone", null, Stroke.Zone.ids());
            String way = stroke.word("way", null, Stroke.Way.ids());
            Stroke.Zone.of(zone)
                    .ifPresent(where -> Stroke.Way.of(way).ifPresent(how -> strokes.add(new Stroke(where, how))));
            stroke.end();
        }
        return strokes;
    }

    private static <T> Set<T> words(
            Entry entry, String key, List<String> known, java.util.function.Function<String, Optional<T>> of) {
        Set<T> values = new LinkedHashSet<>();
        for (String word : entry.words(key)) {
            Optional<T> value = of.apply(word);
            if (value.isPresent()) {
                values.add(value.get());
            } else {
                entry.error(
                        key,
                        key + " is " + word + ", expected one of " + String.join(", ", known),
                        Spelling.advice(word, known, "Choose one of them."));
            }
        }
        return values;
    }
}
