package org.lumbar.core.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lumbar.core.knowledge.FindingDefinition;
import org.lumbar.core.knowledge.FindingDefinition.Effect;
import org.lumbar.core.knowledge.FindingDefinition.Evidence;
import org.lumbar.core.knowledge.FindingDefinition.Source;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;

/**
 * Finds the evidence rules that a code triggers. ICD and ATC codes match by prefix: for one finding the longest matching
 * prefix wins, and "never" wins over everything else of the same length.
 */
final class CodeIndex {

    /** An evidence rule of a finding. */
    record Hit(int finding, Evidence evidence) {}

    /** Receives the rules that a code triggers. */
    interface Sink {
        void accept(Hit hit);
    }

    private static final Comparator<Hit> NEVER_FIRST = Comparator.comparingInt(Hit::finding)
            .thenComparingInt(hit -> hit.evidence().effect() == Effect.NOTHING ? 0 : 1);

    private final Map<Source, Map<CodeSystem, Map<String, Hit[]>>> hits = new EnumMap<>(Source.class);

    CodeIndex(List<FindingDefinition> definitions) {
        Map<Source, Map<CodeSystem, Map<String, List<Hit>>>> building = new EnumMap<>(Source.class);
        for (int finding = 0; finding < definitions.size(); finding++) {
            for (Evidence evidence : definitions.get(finding).evidence()) {
                Hit hit = new Hit(finding, evidence);
                evidence.codes().codes().forEach((system, codes) -> {
                    for (String code : codes) {
                        building.computeIfAbsent(evidence.source(), source -> new EnumMap<>(CodeSystem.class))
                                .computeIfAbsent(system, s -> new HashMap<>())
                                .computeIfAbsent(code, c -> new ArrayList<>(2))
                                .add(hit);
                    }
                });
            }
        }
        building.forEach((source, systems) -> {
            Map<CodeSystem, Map<String, Hit[]>> frozen = new EnumMap<>(CodeSystem.class);
            systems.forEach((system, codes) -> {
                Map<String, Hit[]> byCode = HashMap.newHashMap(codes.size());
                codes.forEach((code, list) -> {
                    list.sort(NEVER_FIRST);
                    byCode.put(code, list.toArray(Hit[]::new));
                });
                frozen.put(system, byCode);
            });
            hits.put(source, frozen);
        });
    }

    /** Calls {@code sink} for every rule that this code triggers in entries of this kind. */
    void lookUp(Source source, Coding coding, Sink sink) {
        Map<CodeSystem, Map<String, Hit[]>> systems = hits.get(source);
        Map<String, Hit[]> codes = systems == null ? null : systems.get(coding.system());
        if (codes == null) {
            return;
        }
        switch (coding.system()) {
            case ICD10, ICD10_CM, ATC -> byPrefix(codes, coding.code(), sink);
            default -> {
                Hit[] exact = codes.get(coding.code());
                if (exact != null) {
                    apply(exact, List.of(), sink);
                }
            }
        }
    }

    private static void byPrefix(Map<String, Hit[]> codes, String code, Sink sink) {
        List<Integer> decided = new ArrayList<>(4);
        for (int length = code.length(); length > 0; length--) {
            Hit[] found = codes.get(code.substring(0, length));
            if (found != null) {
                apply(found, decided, sink);
                for (Hit hit : found) {
                    decided.add(hit.finding());
                }
            }
        }
    }

    private static void apply(Hit[] found, List<Integer> decided, Sink sink) {
        int never = -1;
        for (Hit hit : found) {
            if (hit.evidence().effect() == Effect.NOTHING) {
                never = hit.finding();
            } else if (hit.finding() != never && !decided.contains(hit.finding())) {
                sink.accept(hit);
            }
        }
    }
}
