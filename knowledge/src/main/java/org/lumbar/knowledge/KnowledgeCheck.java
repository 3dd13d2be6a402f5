package org.lumbar.knowledge;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lumbar.core.knowledge.Choice;
import org.lumbar.core.knowledge.Citation;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.Dose;
import org.lumbar.core.knowledge.DrugClass;
import org.lumbar.core.knowledge.Gate;
import org.lumbar.core.knowledge.Guideline;
import org.lumbar.core.knowledge.Interaction;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Sources;
import org.lumbar.core.knowledge.Substance;

/** Checks what can only be seen across files: that every id in the content leads somewhere. */
final class KnowledgeCheck {

    private final KnowledgeBase knowledge;
    private final Problems problems;
    private final Map<String, String> fileOfItem;
    private final Set<String> items;
    private final Set<String> substances;
    private final Set<String> citations;
    private final Set<String> gates;
    private final Set<String> guidelines;
    private final Set<String> classes;
    private final Set<String> claims;

    KnowledgeCheck(KnowledgeBase knowledge, Problems problems, Map<String, String> fileOfItem) {
        this.knowledge = knowledge;
        this.problems = problems;
        this.fileOfItem = fileOfItem;
        this.items = knowledge.items().stream().map(Item::id).collect(Collectors.toSet());
        this.substances = knowledge.substances().stream().map(Substance::id).collect(Collectors.toSet());
        this.citations = knowledge.citations().stream().map(Citation::id).collect(Collectors.toSet());
        this.gates = knowledge.gates().stream().map(Gate::id).collect(Collectors.toSet());
        this.claims = knowledge.claims().stream().map(Claim::id).collect(Collectors.toSet());
        this.classes = knowledge.drugClasses().stream().map(DrugClass::id).collect(Collectors.toSet());
        this.guidelines = knowledge.guidelines().stream().map(Guideline::id).collect(Collectors.toSet());
    }

    void run() {
        knowledge.items().forEach(this::check);
        knowledge.interactions().forEach(this::check);
        for (Choice choice : knowledge.choices()) {
            choice.order().values().forEach(order -> known("choices.yaml", "item", order, items));
        }
        knowledge
                .formularies()
                .forEach((country, formulary) -> known(
                        "formularies/" + country + ".yaml",
                        "item",
                        formulary.medicines().keySet(),
                        items));
        Set<String> findings = new HashSet<>();
        knowledge.findings().forEach(finding -> findings.add(finding.id()));
        for (Gate gate : knowledge.gates()) {
            if (gate.finding() != null && !findings.contains(gate.finding())) {
                missing("gates.yaml", "finding", gate.finding(), findings);
            }
        }
    }

    private void check(Item item) {
        String file = fileOfItem.getOrDefault(item.id(), "items");
        known(file, "gate", item.gates(), gates);
        known(file, "guideline", item.evidence().position().keySet(), guidelines);
        cited(file, item.sources());
        item.exclusions().forEach(rule -> cited(file, rule.sources()));
        item.cautions().forEach(rule -> cited(file, rule.sources()));
        if (item.sources().citations().isEmpty()) {
            problems.warning(file, 1, item.id() + " cites nothing", "Add cite:, or say that no evidence was found.");
        }
        Dose dose = item.dose();
        if (dose != null) {
            known(
                    file,
                    "substance",
                    dose.ingredients().stream().map(Dose.Ingredient::substance).toList(),
                    substances);
        }
        if (item.review().next().isBefore(item.review().last())) {
            problems.error(file, 1, "the next review comes before the last one", "Swap the dates or correct one.");
        }
    }

    private void check(Interaction interaction) {
        String where = "interactions " + interaction.id();
        cited(where, interaction.sources());
        for (Interaction.Side side : java.util.List.of(interaction.a(), interaction.b())) {
            known(where, "item", side.items(), items);
            known(where, "class", side.classes(), classes);
            known(where, "substance", side.ingredients(), substances);
            known(
                    where,
                    "herb or food",
                    side.herbFood(),
                    knowledge.interactionCodes().keySet());
        }
    }

    private void cited(String file, Sources sources) {
        known(file, "citation", sources.citations(), citations);
        known(file, "claim", sources.claims(), claims);
    }

    private void known(String file, String kind, Collection<String> ids, Set<String> all) {
        for (String id : ids) {
            if (!all.contains(id)) {
                missing(file, kind, id, all);
            }
        }
    }

    private void missing(String file, String kind, String id, Set<String> all) {
        problems.error(
                file,
                1,
                "no " + kind + " has the id " + id,
                Spelling.nearest(id, all)
                        .map(near -> "Maybe " + near + "?")
                        .orElse("Define it first, or correct the id."));
    }
}
