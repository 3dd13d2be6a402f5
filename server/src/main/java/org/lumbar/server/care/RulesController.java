package org.lumbar.server.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lumbar.server.page.Html;
import org.lumbar.server.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** How often rules stand in the way of physicians and what they make of it. */
@Controller
public final class RulesController {

    private final RuleLog log;

    RulesController(RuleLog log) {
        this.log = log;
    }

    /**
     * A line of the table.
     *
     * @param why reasons in words with how often each was given
     */
    public record Line(RuleLog.Count count, List<String> why) {}

    @GetMapping("/knowledge/rules")
    View rules(Page page) {
        List<Line> lines = log.counts().stream()
                .map(count -> new Line(count, why(count, page)))
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
