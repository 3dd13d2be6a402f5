package org.lumbar.documents;

import java.util.Map;
import java.util.Optional;
import org.lumbar.figures.Body;
import org.lumbar.figures.Clip;

/** The body that is drawn, and the movements that have a picture, by the id of their item. */
public record Gallery(Body body, Map<String, Clip> clips) {

    public Gallery {
        clips = Map.copyOf(clips);
    }

    Optional<Clip> clip(String movement) {
        return Optional.ofNullable(clips.get(movement));
    }
}
