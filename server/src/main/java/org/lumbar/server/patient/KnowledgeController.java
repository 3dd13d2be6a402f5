package org.lumbar.server.patient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lumbar.core.knowledge.Item;
import org.lumbar.documents.ItemPage;
import org.lumbar.documents.TextOptions;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** The knowledge base to read: every item with its rules, evidence, sources and review dates. */
@Controller
public final class KnowledgeController {

    private static final int COLUMNS = 100;

    private final Clinic clinic;

    KnowledgeController(Clinic clinic) {
        this.clinic = clinic;
    }

    /** An item in the list. */
    public record Line(String id, String name, String grade, String reviewed, String next) {}

    @GetMapping("/knowledge")
    View list(Page page) {
        Map<String, List<Line>> byCategory = new LinkedHashMap<>();
        for (Item item : clinic.knowledge().items()) {
            if (item.movement() == null) {
                String category = page.messages()
                        .capital(page.messages().say(clinic.knowledge().text("category." + item.category())));
                byCategory.computeIfAbsent(category, c -> new ArrayList<>()).add(line(item, page));
            }
        }
        return Html.of(
                "knowledge",
                page,
                Map.of("items", byCategory, "version", clinic.knowledge().version()));
    }

    private Line line(Item item, Page page) {
        return new Line(
                item.id(),
                page.messages().capital(page.messages().say(item.name())),
                page.messages()
                        .say(clinic.knowledge().text("grade." + item.evidence().grade())),
                page.messages().shortDate(item.review().last()),
                page.messages().shortDate(item.review().next()));
    }

    @GetMapping("/knowledge/{item}")
    View item(Page page, @PathVariable String item) {
        Item found = clinic.knowledge().items().stream()
                .filter(one -> one.id().equals(item))
                .findFirst()
                .orElseThrow(Missing::new);
        String text = ItemPage.of(found, clinic.knowledge(), page.language(), new TextOptions(COLUMNS, false, true));
        return Html.of(
                "knowledge-item",
                page,
                Map.of("title", page.messages().capital(page.messages().say(found.name())), "text", text));
    }
}
