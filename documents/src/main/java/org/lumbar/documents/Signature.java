package org.lumbar.documents;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a clinician made of a plan.
 *
 * @param signed false while it is a draft
 * @param patient name of the patient
 * @param line who signed which version and when, or that it is a draft, as one sentence
 * @param items ids of the items that are in it
 * @param how how each of them is given, by id; what is not here stands as the plan says
 * @param decided what was decided against rules
 */
public record Signature(
        boolean signed,
        String patient,
        String line,
        Set<String> items,
        Map<String, String> how,
        List<Decided> decided) {

    public Signature {
        items = Set.copyOf(items);
        how = Map.copyOf(how);
        decided = List.copyOf(decided);
    }

    /**
     * Something that is given in spite of a rule.
     *
     * @param what name of the item
     * @param rule the rule in a sentence
     * @param why the reason that was given, with who gave it and when
     */
    public record Decided(String what, String rule, String why) {}
}
