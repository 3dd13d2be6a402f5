package org.lumbar.server.governance;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.lumbar.knowledge.Figures;
import org.springframework.stereotype.Component;

/** The figures that are in force, with every picture of them drawn once. Safe for many threads. */
@Component
public final class FiguresInForce {

    private final KnowledgeInForce inForce;
    private volatile Drawn drawn;

    FiguresInForce(KnowledgeInForce inForce) {
        this.inForce = inForce;
        this.drawn = new Drawn(inForce.state().figures());
    }

    /** What was drawn of some figures. */
    private record Drawn(Figures figures, Map<String, String> pictures) {
        Drawn(Figures figures) {
            this(figures, new ConcurrentHashMap<>());
        }
    }

    public Figures figures() {
        return now().figures();
    }

    /** A picture, drawn when it is wanted for the first time. */
    public String picture(String name, Function<Figures, String> draw) {
        Drawn now = now();
        return now.pictures().computeIfAbsent(name, key -> draw.apply(now.figures()));
    }

    private Drawn now() {
        Drawn known = drawn;
        Figures figures = inForce.state().figures();
        if (known.figures().equals(figures)) {
            return known;
        }
        Drawn fresh = new Drawn(figures);
        drawn = fresh;
        return fresh;
    }
}
