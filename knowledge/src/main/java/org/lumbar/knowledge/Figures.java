package org.lumbar.knowledge;

import java.util.Optional;
import java.util.SortedMap;
import org.lumbar.figures.Body;
import org.lumbar.figures.Clip;

/** The body that is drawn and every movement of it, by id. */
public record Figures(Body body, SortedMap<String, Clip> clips) {

    public Optional<Clip> clip(String id) {
        return Optional.ofNullable(clips.get(id));
    }
}
