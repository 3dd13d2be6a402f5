package org.lumbar.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.text.Language;
import org.lumbar.documents.ExercisesPage;
import org.lumbar.figures.Clip;
import org.lumbar.figures.Drawing;
import org.lumbar.figures.Look;
import org.lumbar.figures.Palette;
import org.lumbar.figures.Words;
import org.lumbar.knowledge.Figures;

/** The page of the movements in every language, and its pictures: what stands under {@code docs/}. */
final class GalleryFiles {

    private static final String ENGLISH = "exercises.html";
    private static final String RUSSIAN = "exercises.ru.html";

    private GalleryFiles() {}

    /** The text of each file by its path. */
    static SortedMap<String, String> of(KnowledgeBase knowledge, Figures figures) {
        SortedMap<String, String> files = new TreeMap<>();
        Map<String, Double> drawn = new LinkedHashMap<>();
        for (Clip clip : figures.clips().values()) {
            Drawing drawing = new Drawing(figures.body(), clip);
            Words words = new Words(title(clip.id(), knowledge), "");
            Look look = new Look(Palette.NORMAL, Look.Play.AUTO, "f");
            files.put("figures/" + clip.id() + ".svg", drawing.strip(look, words));
            files.put("figures/" + clip.id() + "-moving.svg", drawing.animated(look, words));
            drawn.put(clip.id(), drawing.stripRatio());
        }
        files.put(ENGLISH, ExercisesPage.of(knowledge, Language.EN, drawn, RUSSIAN));
        files.put(RUSSIAN, ExercisesPage.of(knowledge, Language.RU, drawn, ENGLISH));
        return files;
    }

    /** A picture serves both languages and so has both names. */
    private static String title(String id, KnowledgeBase knowledge) {
        return knowledge.items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .map(Item::name)
                .map(name -> name.in(Language.EN) + " · " + name.in(Language.RU))
                .orElse(id);
    }
}
