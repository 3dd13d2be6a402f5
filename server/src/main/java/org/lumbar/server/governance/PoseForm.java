package org.lumbar.server.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lumbar.figures.Body;
import org.lumbar.figures.Dof;
import org.lumbar.knowledge.YamlText;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.lumbar.server.patient.Form;

/**
 * The angles of a figure as an editor changes them: those of the position that it starts from, and those at the end of each phase.
 *
 * @param text of the file with every angle that is right
 * @param form what was typed, with what is wrong with it
 */
public record PoseForm(YamlText text, Form form) {

    private static final String POSE = "pose";
    private static final String PHASES = "phases";
    private static final Pattern FIELD = Pattern.compile("angle-([0-9]{1,2})-([A-Za-z.]+)");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,2})?");

    /** A part of the movement that has angles of its own; 0 is the beginning, others are phases counted from 1. */
    public record Stretch(int number, String name, List<Angle> angles) {
        public Stretch {
            angles = List.copyOf(angles);
        }
    }

    /** One angle, degrees; centimetres for shifts of the whole body. */
    public record Angle(String field, Dof dof, String value) {
        /** How far the joint of a body goes, to be shown; empty where nothing limits it. */
        public String limit(Body body) {
            Body.Range range = body.limits().get(dof.limit());
            return range == null ? "" : (Math.round(range.least()) + "…" + Math.round(range.most())).replace('-', '−');
        }
    }

    /** What an angle is called: the joint, its side if it has one, and the way it goes. */
    public static String name(Page page, Dof dof) {
        String[] parts = dof.id().split("\\.", -1);
        String joint = page.say("pose.joint." + parts[0]);
        return switch (parts.length) {
            case 1 -> joint;
            case 2 -> joint + ", " + page.say("pose.way." + parts[1]);
            default -> joint + " (" + page.say("pose.side." + parts[1]) + "), " + page.say("pose.way." + parts[2]);
        };
    }

    /** The figure with the angles that were sent. */
    static PoseForm of(YamlText text, Form sent, Page page) {
        PoseForm typed = new PoseForm(text, sent);
        for (var field : new TreeMap<>(sent.values()).entrySet()) {
            Matcher name = FIELD.matcher(field.getKey());
            if (name.matches()) {
                typed = typed.with(
                        Integer.parseInt(name.group(1)), name.group(2), field.getValue(), field.getKey(), page);
            }
        }
        if (sent.value("new-value").isEmpty()) {
            return typed;
        }
        int stretch = sent.whole("new-stretch").orElse(0L).intValue();
        return typed.with(stretch, sent.value("new-angle"), sent.value("new-value"), "new-value", page);
    }

    private PoseForm with(int stretch, String angle, String value, String field, Page page) {
        String number = value.replace(',', '.').replace('−', '-');
        boolean known = Dof.of(angle).isPresent() && stretch >= 0 && stretch <= text.size(PHASES);
        if (!known || !NUMBER.matcher(number).matches()) {
            return new PoseForm(text, form.with(new Problem(field, page.say("pose.number", "angle", angle))));
        }
        Object[] pose = pose(stretch);
        if (text.source(pose).isEmpty()) {
            return new PoseForm(text.with("{" + angle + ": " + number + "}", pose), form);
        }
        Object[] at = under(pose, angle);
        return text.value(at).equals(Optional.of(number)) ? this : new PoseForm(text.with(number, at), form);
    }

    private static Object[] pose(int stretch) {
        return stretch == 0 ? new Object[] {POSE} : new Object[] {PHASES, stretch - 1, POSE};
    }

    private static Object[] under(Object[] path, String key) {
        Object[] longer = java.util.Arrays.copyOf(path, path.length + 1);
        longer[path.length] = key;
        return longer;
    }

    /** Every stretch with its angles, as the page shows them. */
    public List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i <= text.size(PHASES); i++) {
            Object[] pose = pose(i);
            int number = i;
            List<Angle> angles = text.keys(pose).stream()
                    .flatMap(key -> Dof.of(key).stream())
                    .map(dof ->
                            angle(number, dof, text.value(under(pose, dof.id())).orElse("")))
                    .toList();
            stretches.add(new Stretch(
                    i, i == 0 ? "" : text.value(PHASES, i - 1, "name").orElse(""), angles));
        }
        return stretches;
    }

    /** What was typed stays, also where it is wrong. */
    private Angle angle(int stretch, Dof dof, String value) {
        String field = "angle-" + stretch + "-" + dof.id();
        return new Angle(field, dof, form.wrong(field) ? form.value(field) : value);
    }
}
