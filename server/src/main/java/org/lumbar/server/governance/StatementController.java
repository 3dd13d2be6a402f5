package org.lumbar.server.governance;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.Claim.Verdict;
import org.lumbar.documents.ClaimFilter;
import org.lumbar.documents.KnowledgeView;
import org.lumbar.knowledge.Edition;
import org.lumbar.knowledge.Knowledge;
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
 * An editor classifies a statement of the sources: what is decided about it, why, under which limits and where it is held. Nothing
 * is saved here: the changed file goes on into the form for a change, with its checks and its second editor.
 */
@Controller
public final class StatementController {

    private static final String VERDICT = "verdict";

    private final Clinic clinic;
    private final Editions editions;
    private final KnowledgeInForce inForce;
    /** Statements that the release refuses: they are published only as refused. */
    private final List<String> refused = Knowledge.bundled().claims().stream()
            .filter(claim -> claim.verdict() == Verdict.REFUSE)
            .map(Claim::id)
            .toList();

    StatementController(Clinic clinic, Editions editions, KnowledgeInForce inForce) {
        this.clinic = clinic;
        this.editions = editions;
        this.inForce = inForce;
    }

    @GetMapping("/knowledge/sources/{claim}")
    View show(Page page, @PathVariable String claim) {
        Edition newest = newest();
        return show(HttpStatus.OK, page, claim, text(newest, claim).form());
    }

    private Edition newest() {
        return inForce.newest(editions.read());
    }

    private static StatementText text(Edition edition, String claim) {
        return edition.text(path(claim))
                .flatMap(text -> StatementText.of(text, claim))
                .orElseThrow(Missing::new);
    }

    private static String path(String claim) {
        if (!claim.matches("[AB]-[a-z-]+-[0-9]{2,3}")) {
            throw new Missing();
        }
        return "claims/" + KnowledgeController.chapter(claim) + ".yaml";
    }

    private View show(HttpStatus status, Page page, String claim, Form form) {
        KnowledgeView view = new KnowledgeView(clinic.knowledge(), page.language());
        Map<String, Object> values = new HashMap<>();
        values.put("one", statement(view, claim));
        values.put("form", form);
        values.put("verdicts", view.verdicts());
        values.put("refused", refused.contains(claim));
        return Html.of(status, "statement", page, values);
    }

    private static KnowledgeView.Statement statement(KnowledgeView view, String claim) {
        return view.statements(new ClaimFilter(null, null, null)).stream()
                .filter(one -> one.id().equals(claim))
                .findFirst()
                .orElseThrow(Missing::new);
    }

    @PostMapping("/knowledge/sources/{claim}")
    View classify(Page page, @PathVariable String claim, @RequestParam MultiValueMap<String, String> sent) {
        Edition newest = newest();
        StatementText text = text(newest, claim);
        Form form = StatementText.typed(sent);
        if (page.switching()) {
            return show(HttpStatus.OK, page, claim, form);
        }
        Form checked = text.check(form, page);
        if (checked.right() && refused.contains(claim) && !form.is(VERDICT, Verdict.REFUSE.id())) {
            checked = checked.with(VERDICT, page, "classify.refused");
        }
        if (!checked.right()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, claim, checked);
        }
        String title = page.say(
                "classify.change",
                new LinkedHashMap<>(Map.of(
                        "id",
                        claim,
                        "verdict",
                        new KnowledgeView(clinic.knowledge(), page.language())
                                .verdicts()
                                .get(form.value(VERDICT))
                                .label())));
        ChangeForm change = ChangeForm.of(Drafts.newId(), 0, title, "", Map.of(path(claim), text.with(form)));
        return ChangeController.show(HttpStatus.OK, page, change, newest);
    }
}
