package org.lumbar.server.patient;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lumbar.chart.Flag;
import org.lumbar.chart.PatientChart;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Pathway.SessionSign;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.server.page.Messages;

/**
 * A flag in words.
 *
 * @param reason what happened
 * @param about the treatment that was being given; empty when it was none
 * @param action what to do about it; empty when the knowledge base says nothing
 * @param when and by whom it was noticed
 */
public record FlagLine(Flag flag, String reason, String about, String action, String when) {

    /** The open flags of a chart, oldest first. */
    public static List<FlagLine> open(PatientChart chart, KnowledgeBase knowledge, Messages messages) {
        return chart.openFlags().stream()
                .map(flag -> of(flag, knowledge, messages))
                .toList();
    }

    /** A flag in the words of the knowledge base. */
    public static FlagLine of(Flag flag, KnowledgeBase knowledge, Messages messages) {
        String reason = reason(flag.reason(), knowledge, messages);
        String about = knowledge.items().stream()
                .filter(item -> item.id().equals(flag.about()))
                .findFirst()
                .map(Item::name)
                .map(messages::say)
                .orElse("");
        return new FlagLine(
                flag,
                flag.details().isEmpty() ? reason : reason + ": " + flag.details(),
                about,
                action(flag.reason(), knowledge, messages),
                messages.moment(flag.at()) + ", " + messages.who(flag.author()));
    }

    /** What the code of a reason means. */
    static String reason(String code, KnowledgeBase knowledge, Messages messages) {
        String key = "flags.reason." + code;
        return sign(code, knowledge)
                .map(SessionSign::sign)
                .or(() -> finding(code, knowledge))
                .map(messages::say)
                .map(messages::capital)
                .orElseGet(() -> messages.has(key) ? messages.say(key) : code);
    }

    private static String action(String code, KnowledgeBase knowledge, Messages messages) {
        Optional<SessionSign> sign = sign(code, knowledge);
        String flag = sign.map(SessionSign::flag).orElse(code);
        return red(flag, knowledge)
                .map(RedFlag::action)
                .or(() -> sign.map(SessionSign::action))
                .map(messages::say)
                .orElse("");
    }

    private static Optional<SessionSign> sign(String code, KnowledgeBase knowledge) {
        return knowledge.pathway().sessionSigns().stream()
                .filter(sign -> sign.id().equals(code))
                .findFirst();
    }

    private static Optional<LocalizedText> finding(String code, KnowledgeBase knowledge) {
        return knowledge.findings().stream()
                .filter(finding -> finding.id().equals(code))
                .findFirst()
                .map(finding -> finding.name());
    }

    private static Optional<RedFlag> red(@Nullable String code, KnowledgeBase knowledge) {
        return knowledge.redFlags().stream()
                .filter(flag -> flag.id().equals(code))
                .findFirst();
    }
}
