package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.Claim.Verdict;

/** Reads the claim ledger. */
final class ClaimsReader {

    private static final List<String> VERDICTS =
            List.of("adopt", "adopt-with-limits", "discretion", "record-only", "refuse");

    private ClaimsReader() {}

    static List<Claim> read(Reading reading, LedgerIndex ledger) {
        return reading.lists("claims/").stream()
                .map(entry -> claim(entry, ledger))
                .toList();
    }

    private static Claim claim(Entry entry, LedgerIndex ledger) {
        Map<String, String> quantities = new LinkedHashMap<>();
        Entry named = entry.entryOrNull("quantities");
        if (named != null) {
            named.keys().forEach(name -> quantities.put(name, say(named.node(name))));
        }
        Claim claim = new Claim(
                entry.text("id"),
                entry.word("source", null, List.of("A", "B")),
                entry.localized("says"),
                Verdict.valueOf(entry.word("verdict", null, VERDICTS)
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_')),
                entry.localized("why"),
                entry.text("item"),
                entry.words("limits"),
                entry.localizedList("refuses"),
                quantities,
                entry.flag("verify", false));
        entry.end();
        ledger.check(entry, claim);
        return claim;
    }

    private static String say(@Nullable Node node) {
        return switch (node) {
            case null -> "";
            case Node.Text text -> text.value();
            case Node.Items items ->
                items.nodes().stream().map(ClaimsReader::say).collect(Collectors.joining(" – "));
            case Node.Fields fields -> {
                List<String> parts = new ArrayList<>();
                fields.forEach((name, value) -> parts.add(name + " " + say(value)));
                yield String.join(", ", parts);
            }
        };
    }
}
