package org.lumbar.server.governance;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumbar.core.knowledge.Item;
import org.lumbar.figures.Clip;
import org.lumbar.figures.Drawing;
import org.lumbar.figures.Look;
import org.lumbar.figures.Palette;
import org.lumbar.figures.Words;
import org.lumbar.knowledge.Edition;
import org.lumbar.knowledge.Figures;
import org.lumbar.knowledge.InvalidKnowledge;
import org.lumbar.knowledge.Problems;
import org.lumbar.knowledge.YamlText;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.patient.Clinic;
import org.lumbar.server.patient.Drafts;
import org.lumbar.server.patient.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * An editor changes the angles of a movement's figure and sees it drawn again with what no body can do in it. Nothing is saved
 * here: the changed file goes on into the form for a change, with its checks and its second editor.
 */
@Controller
public final class PoseController {

    private static final Look LOOK = new Look(Palette.NORMAL, Look.Play.AUTO, "f");
    /** The words stand beside the picture. */
    private static final Words WORDLESS = new Words("", "");

    private final Clinic clinic;
    private final Editions editions;
    private final KnowledgeInForce inForce;

    PoseController(Clinic clinic, Editions editions, KnowledgeInForce inForce) {
        this.clinic = clinic;
        this.editions = editions;
        this.inForce = inForce;
    }

    /**
     * A figure as it comes out.
     *
     * @param still key poses side by side as an address of data; empty when it cannot be drawn
     * @param moving the movement, likewise
     * @param found what is wrong with it
     */
    public record Drawn(String still, String moving, List<Problems.Problem> found) {
        public Drawn {
            found = List.copyOf(found);
        }
    }

    @GetMapping("/knowledge/{item}/pose")
    View show(Page page, @PathVariable String item) {
        Edition newest = newest();
        return show(HttpStatus.OK, page, item, new PoseForm(text(newest, item), Form.empty()), newest);
    }

    private Edition newest() {
        return inForce.newest(editions.read());
    }

    private static YamlText text(Edition edition, String item) {
        String path = Edition.figure(item);
        return edition.text(path)
                .filter(text -> Edition.changeable(path))
                .map(YamlText::new)
                .orElseThrow(Missing::new);
    }

    @PostMapping("/knowledge/{item}/pose")
    View draw(Page page, @PathVariable String item, @RequestParam MultiValueMap<String, String> sent) {
        Edition newest = newest();
        YamlText text = text(newest, item);
        PoseForm form = PoseForm.of(text, Form.of(sent), page);
        if (!form.form().right()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, item, form, newest);
        }
        if (form.form().is("do", "take") && !page.switching()) {
            ChangeForm change = ChangeForm.of(
                    Drafts.newId(),
                    0,
                    page.say("pose.change", "name", name(page, item)),
                    "",
                    Map.of(Edition.figure(item), form.text().text()));
            return ChangeController.show(HttpStatus.OK, page, change, newest);
        }
        return show(HttpStatus.OK, page, item, new PoseForm(form.text(), Form.empty()), newest);
    }

    private View show(HttpStatus status, Page page, String item, PoseForm form, Edition newest) {
        Edition edition = newest.with(Map.of(Edition.figure(item), form.text().text()));
        Map<String, Object> values = new HashMap<>();
        values.put("name", name(page, item));
        values.put("drawn", drawn(edition, item));
        if (page.fragment() && form.form().right()) {
            return Html.of("pose-drawn", page, values);
        }
        values.put("item", item);
        values.put("pose", form);
        values.put("body", inForce.state().figures().body());
        return Html.of(status, "pose", page, values);
    }

    private String name(Page page, String item) {
        return clinic.knowledge().items().stream()
                .filter(one -> one.id().equals(item))
                .map(Item::name)
                .findFirst()
                .map(name -> page.messages().capital(page.messages().say(name)))
                .orElse(item);
    }

    private static Drawn drawn(Edition edition, String item) {
        List<Problems.Problem> found = edition.checkFigures();
        try {
            Figures figures = edition.figures();
            Clip clip = figures.clip(item).orElseThrow(Missing::new);
            Drawing drawing = new Drawing(figures.body(), clip);
            return new Drawn(data(drawing.strip(LOOK, WORDLESS)), data(drawing.animated(LOOK, WORDLESS)), found);
        } catch (InvalidKnowledge e) {
            return new Drawn("", "", found);
        }
    }

    private static String data(String svg) {
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }
}
