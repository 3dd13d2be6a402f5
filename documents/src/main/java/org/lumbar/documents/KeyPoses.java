package org.lumbar.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lumbar.figures.Clip;
import org.lumbar.figures.Drawing;
import org.lumbar.figures.Look;
import org.lumbar.figures.Palette;

/** Still pictures of exercises: every key pose of every movement, numbered. */
final class KeyPoses {

    private final Gallery gallery;
    private final Words words;
    private final Palette palette;

    KeyPoses(Gallery gallery, Words words, Palette palette) {
        this.gallery = gallery;
        this.words = words;
        this.palette = palette;
    }

    /**
     * A picture.
     *
     * @param alt what it shows, in words
     */
    record Picture(String svg, String alt) {}

    /** @param id a word that no other exercise of the page has */
    List<Picture> of(ExerciseCard card, String id) {
        List<Picture> pictures = new ArrayList<>();
        for (SessionOutline.Part part : card.exercise().parts()) {
            Optional<Clip> clip = gallery.clip(part.movement().id());
            if (clip.isEmpty()) {
                continue;
            }
            Drawing drawing = new Drawing(gallery.body(), clip.get());
            List<Integer> keys = clip.get().keyPhases();
            for (int key = 0; key < keys.size(); key++) {
                String name = words.fill(
                        "player.pose", Map.of("name", words.say(part.movement().name()), "n", key + 1));
                String step = card.pose(
                        part.movement(),
                        clip.get().phases().get(keys.get(key)).cue().orElse(0),
                        words);
                Look look = new Look(palette, Look.Play.AUTO, id + "-" + pictures.size() + "-k");
                pictures.add(new Picture(
                        drawing.still(key, look, new org.lumbar.figures.Words(name, step)),
                        step.isEmpty() ? name : name + ": " + step));
            }
        }
        return pictures;
    }
}
