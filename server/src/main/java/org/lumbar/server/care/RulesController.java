package org.lumbar.server.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Page;
import org.lumbar.server.patient.Clinic;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** How often rules stand in the way of physicians and what they make of it. */
@Controller
public final class RulesController {

    private final RuleLog log;
    private final Clinic clinic;

    RulesController(RuleLog log, Clinic clinic) {
        this.log = log;
        this.clinic = clinic;
    }

    /**
     * A line of the table.
     *
     * @param name the rule in words
     * @param why reasons in words with how often each was given
     */
    public record Line(RuleLog.Count count, String name, List<String> why) {}

    @GetMapping("/knowledge/rules")
    View rules(Page page) {
        RuleNames names = new RuleNames(clinic.knowledge(), page.messages());
        List<Line> lines = log.counts().stream()
                .map(count -> new Line(count, names.of(count.rule()), why(count, page)))
                .toList();
        return Html.of("rules", page, Map.of("lines", lines));
    }

    private static List<String> why(RuleLog.Count count, Page page) {
        List<String> why = new ArrayList<>();
        count.why().forEach((reason, times) -> {
            int dot = reason.indexOf('.');
            why.add(page.say(OverrideReasons.key(reason.substring(0, dot), reason.substring(dot + 1))) + " × " + times);
        });
        return why;
    }
}
