package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Attempt;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.Claim.Refusal;
import org.lumbar.core.knowledge.Claim.Verdict;
import org.lumbar.core.knowledge.Standard;

/** Reads the claim ledger. */
final class ClaimsReader {

    private static final List<String> VERDICTS =
            List.of("adopt", "adopt-with-limits", "discretion", "record-only", "refuse");

    private static final List<String> STANDARDS = List.of("comprehensive", "guideline");

    /** Quantities that an attempt can ask for too much of. */
    private static final List<String> AMOUNTS = List.of(
            "mg-per-day", "mg-per-dose", "grams-per-day", "times-per-day", "days", "minutes", "sessions", "per-week");

    private final PlacesReader places;
    private final LedgerIndex ledger;
    private final Map<String, Claim> byId = new LinkedHashMap<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Entry> likenesses = new HashMap<>();

    private ClaimsReader(Reading reading, LedgerIndex ledger) {
        this.ledger = ledger;
        this.places = new PlacesReader(reading.content());
    }

    static List<Claim> read(Reading reading, LedgerIndex ledger) {
        ClaimsReader reader = new ClaimsReader(reading, ledger);
        reading.lists("claims/").forEach(reader::read);
        List<Claim> claims = reader.byId.values().stream().map(reader::complete).toList();
        reader.checkEffects();
        return claims;
    }

    private void read(Entry entry) {
        Map<String, String> quantities = new LinkedHashMap<>();
        Entry named = entry.entryOrNull("quantities");
        if (named != null) {
            named.keys().forEach(name -> quantities.put(name, say(named.node(name))));
        }
        String item = entry.text("item");
        if (entry.idOrNull("like", Ids.Kind.CLAIM) != null) {
            likenesses.put(entry.text("id"), entry);
        }
        Claim claim = new Claim(
                entry.text("id"),
                entry.word("source", null, List.of("A", "B")),
                entry.localized("says"),
                Verdict.valueOf(entry.word("verdict", null, VERDICTS)
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_')),
                entry.localized("why"),
                item,
                new LimitsReader(places, item).limits(entry),
                entry.entries("refuses").stream()
                        .map(refusal -> refusal(refusal, item))
                        .toList(),
                places.heldBy(entry, item),
                attempts(entry),
                quantities,
                entry.flag("verify", false));
        entry.end();
        ledger.check(entry, claim, places.fileOf(item));
        byId.put(claim.id(), claim);
        entries.put(claim.id(), entry);
    }

    private Refusal refusal(Entry entry, String item) {
        Refusal refusal = new Refusal(entry.localized("what"), places.heldBy(entry, item), attempts(entry));
        ClaimEffects.checkRefusal(entry);
        entry.end();
        return refusal;
    }

    /** A claim that is like another has its limits and refusals too. */
    private Claim complete(Claim claim) {
        Entry entry = likenesses.get(claim.id());
        if (entry == null) {
            return claim;
        }
        Claim other = byId.get(entry.text("like"));
        if (other == null) {
            return claim;
        }
        if (likenesses.containsKey(other.id()) || !other.item().equals(claim.item())) {
            entry.error(
                    "like",
                    claim.id() + " is like " + other.id() + ", which is itself like another or belongs to another item",
                    "Name the claim of the same item that states the limits.");
        }
        return new Claim(
                claim.id(),
                claim.source(),
                claim.says(),
                claim.verdict(),
                claim.why(),
                claim.item(),
                Lists.union(other.limits(), claim.limits()),
                Lists.union(other.refusals(), claim.refusals()),
                claim.heldBy(),
                claim.attempts(),
                claim.quantities(),
                claim.toVerify());
    }

    private void checkEffects() {
        entries.forEach((id, entry) -> {
            Claim claim = byId.get(id);
            if (claim != null) {
                Entry like = entry.has("like") ? entries.get(entry.text("like")) : null;
                ClaimEffects.check(entry, claim.verdict(), like);
            }
        });
    }

    private List<Attempt> attempts(Entry entry) {
        List<Attempt> attempts = new ArrayList<>();
        for (Entry attempt : entry.entries("attempts")) {
            attempts.add(attempt.has("assert") ? new Attempt.Assertion(attempt.localized("assert")) : offer(attempt));
            attempt.end();
        }
        return attempts;
    }

    private static Attempt offer(Entry entry) {
        Map<String, Double> asMuch = new LinkedHashMap<>();
        for (String amount : AMOUNTS) {
            Double value = entry.amountOrNull(amount);
            if (value != null) {
                asMuch.put(amount, value);
            }
        }
        if (!entry.has("offer")) {
            entry.error(
                    "offer",
                    "needs offer or assert",
                    "Name the item that is asked for, or words that would assert it.");
        }
        return new Attempt.Offer(
                entry.ids("offer", Ids.Kind.ITEM),
                entry.ids("to", Ids.Kind.FINDING),
                entry.ids("without", Ids.Kind.FINDING),
                entry.words("taking"),
                entry.has("standard")
                        ? Standard.of(entry.word("standard", null, STANDARDS)).orElse(null)
                        : null,
                asMuch);
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
