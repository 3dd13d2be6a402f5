package org.lumbar.server.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lumbar.chart.Outcome;
import org.lumbar.knowledge.Edition;
import org.lumbar.knowledge.Problems;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Missing;
import org.lumbar.server.page.Page;
import org.lumbar.server.page.Problem;
import org.lumbar.server.patient.Drafts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** An editor proposes a change of the knowledge base: the texts of some files, checked as the build checks them. */
@Controller
public final class ChangeController {

    private final Changes changes;
    private final Editions editions;
    private final KnowledgeInForce inForce;
    private final Checks checks;

    ChangeController(Changes changes, Editions editions, KnowledgeInForce inForce, Checks checks) {
        this.changes = changes;
        this.editions = editions;
        this.inForce = inForce;
        this.checks = checks;
    }

    @GetMapping("/knowledge/changes")
    View list(Page page) {
        return Html.of(
                "knowledge-changes",
                page,
                Map.of(
                        "changes", changes.all(),
                        "book", editions.read(),
                        "state", inForce.state(),
                        "today", inForce.state().day()));
    }

    /**
     * The form, for a new change of the files named or for a new form of an earlier proposal.
     *
     * @param item whose file is wanted; empty for none
     */
    @GetMapping("/knowledge/changes/new")
    View form(
            Page page,
            @RequestParam(name = "file", defaultValue = "") List<String> paths,
            @RequestParam(name = "item", defaultValue = "") String item,
            @RequestParam(name = "change", defaultValue = "") String change) {
        Edition newest = inForce.newest(editions.read());
        if (!change.isEmpty()) {
            Changes.Change found = changes.find(change)
                    .filter(one -> one.status() != Changes.Status.PUBLISHED)
                    .orElseThrow(Missing::new);
            ChangeForm form =
                    ChangeForm.of(found.id(), found.sequence(), found.title(), found.reason(), changes.texts(found));
            return show(HttpStatus.OK, page, form, newest);
        }
        List<String> wanted = new ArrayList<>(paths);
        newest.paths().stream()
                .filter(path -> !item.isEmpty() && path.endsWith("/" + item + ".yaml"))
                .forEach(wanted::add);
        Map<String, String> files = new TreeMap<>();
        wanted.stream()
                .filter(Edition::changeable)
                .forEach(path -> newest.text(path).ifPresent(text -> files.put(path, text)));
        return show(HttpStatus.OK, page, ChangeForm.of(Drafts.newId(), 0, "", "", files), newest);
    }

    /** The form for a change, also where another page hands a changed file on to it. */
    static View show(HttpStatus status, Page page, ChangeForm form, Edition newest) {
        return Html.of(status, "change-form", page, Map.of("form", form, "paths", newest.paths()));
    }

    @PostMapping("/knowledge/changes")
    View send(Page page, @RequestParam MultiValueMap<String, String> sent) {
        ChangeForm form = ChangeForm.of(sent);
        Edition newest = inForce.newest(editions.read());
        String pressed = String.valueOf(sent.getFirst("do"));
        if (page.switching()) {
            return show(HttpStatus.OK, page, form, newest);
        }
        if (pressed.equals("add")) {
            return add(page, form, newest);
        }
        if (pressed.startsWith("drop:")) {
            return show(HttpStatus.OK, page, form.without(pressed.substring("drop:".length())), newest);
        }
        ChangeForm complete = pressed.equals("check") && !form.files().isEmpty() ? form : form.complete(page);
        if (!complete.right()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, complete, newest);
        }
        Edition edition = newest.with(form.files());
        List<Problems.Problem> found = checks.of(edition);
        ChangeForm checked = form.checked(found);
        if (pressed.equals("check")) {
            return show(HttpStatus.OK, page, checked, newest);
        }
        if (checked.faulty()) {
            Problem problem = new Problem("found", page.say("change.faulty", "n", found.size()));
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, checked.with(problem), newest);
        }
        if (edition.changes().equals(newest.changes())) {
            Problem same = new Problem("add", page.say("change.same"));
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, checked.with(same), newest);
        }
        return propose(page, form, newest);
    }

    private View add(Page page, ChangeForm form, Edition newest) {
        if (!Edition.changeable(form.add())) {
            Problem wrong = new Problem("add", page.say("change.add.wrong"));
            return show(HttpStatus.UNPROCESSABLE_CONTENT, page, form.with(wrong), newest);
        }
        String text = newest.text(form.add()).orElse("");
        return show(
                HttpStatus.OK, page, form.files().containsKey(form.add()) ? form : form.with(form.add(), text), newest);
    }

    private View propose(Page page, ChangeForm form, Edition newest) {
        String id = form.id().matches("[a-z0-9]{12}") ? form.id() : Drafts.newId();
        boolean published = changes.find(id)
                .filter(one -> one.status() == Changes.Status.PUBLISHED)
                .isPresent();
        Outcome outcome = published
                ? new Outcome.Stale(List.of())
                : changes.propose(
                        id, form.expected(), page.username(), form.title(), form.reason(), form.files(), newest);
        if (outcome instanceof Outcome.Stale) {
            Problem stale = new Problem("", page.say("inaccuracy.stale"));
            long now = changes.find(id).map(Changes.Change::sequence).orElse(0L);
            ChangeForm again = new ChangeForm(
                    form.id(), now, form.title(), form.reason(), form.files(), "", List.of(), false, List.of(stale));
            return show(HttpStatus.CONFLICT, page, again, newest);
        }
        return new RedirectView("/knowledge/changes/" + id);
    }
}
