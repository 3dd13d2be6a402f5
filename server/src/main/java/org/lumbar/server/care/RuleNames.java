package org.lumbar.server.care;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.lumbar.core.knowledge.Interaction;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.logic.Expression;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.server.page.Messages;

/** Says in words which rule it is that has an id. */
final class RuleNames {

    private static final String TRIAGE = "triage";

    private final Messages messages;
    private final Map<String, String> items = new HashMap<>();
    private final Map<String, String> rules = new HashMap<>();
    private final Map<String, LocalizedText> facts = new HashMap<>();
    private final Map<String, LocalizedText> gates = new HashMap<>();

    RuleNames(KnowledgeBase knowledge, Messages messages) {
        this.messages = messages;
        knowledge.findings().forEach(finding -> facts.put(finding.id(), finding.name()));
        knowledge.measures().forEach(measure -> facts.put(measure.id(), measure.name()));
        knowledge.gates().forEach(gate -> gates.put(gate.id(), gate.name()));
        for (Item item : knowledge.items()) {
            items.put(item.id(), messages.capital(messages.say(item.name())));
            Stream.concat(item.exclusions().stream(), item.cautions().stream())
                    .forEach(rule -> rules.put(rule.id(), of(rule)));
        }
        for (Interaction interaction : knowledge.interactions()) {
            rules.put(interaction.id(), messages.say(interaction.effect()));
        }
    }

    /** The item and what the rule says of it; as much of both as is known, and the id when nothing is. */
    String of(String id) {
        String[] parts = id.split("/", -1);
        LocalizedText sign = parts[0].equals(TRIAGE) && parts.length > 1 ? facts.get(parts[1]) : null;
        if (sign != null) {
            return messages.say("rules.triage", "sign", messages.say(sign));
        }
        String item = items.get(parts[0]);
        String says = rules.getOrDefault(id, parts.length > 1 ? kind(parts) : "");
        if (item == null || says.isEmpty()) {
            return says.isEmpty() ? Objects.requireNonNullElse(item, id) : says;
        }
        return item + ": " + says;
    }

    /** What a rule says that is the same for many items. */
    private String kind(String[] parts) {
        String key = "rules.kind." + parts[1];
        String says = messages.has(key) ? messages.say(key) : "";
        LocalizedText gate = gates.get(parts[parts.length - 1]);
        return gate == null || says.isEmpty() ? says : says + " (" + messages.say(gate) + ")";
    }

    private String of(Item.Rule rule) {
        Set<String> named = new LinkedHashSet<>();
        collect(rule.when(), named);
        LocalizedText why = rule.why();
        String when = String.join(", ", named);
        return why == null ? when : when.isEmpty() ? messages.say(why) : when + ". " + messages.say(why);
    }

    private void collect(Expression when, Set<String> into) {
        switch (when) {
            case Expression.Finding finding -> add(finding.id(), into);
            case Expression.Comparison comparison -> add(comparison.measure(), into);
            case Expression.Not not -> collect(not.operand(), into);
            case Expression.All all -> all.operands().forEach(operand -> collect(operand, into));
            case Expression.Any any -> any.operands().forEach(operand -> collect(operand, into));
        }
    }

    private void add(String id, Set<String> into) {
        LocalizedText name = facts.get(id);
        if (name != null) {
            into.add(messages.say(name));
        }
    }
}
