package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    /** By claim the items that its limits spare, by where it is written. */
    private final Map<String, Map<Entry, List<String>>> spared = new LinkedHashMap<>();

    private ClaimsReader(Reading reading, LedgerIndex ledger) {
        this.ledger = ledger;
        this.places = new PlacesReader(reading.content());
    }

    static List<Claim> read(Reading reading, LedgerIndex ledger) {
        ClaimsReader reader = new ClaimsReader(reading, ledger);
        reading.lists("claims/").forEach(reader::read);
        List<Claim> claims = reader.byId.values().stream().map(reader::complete).toList();
        reader.checkEffects();
        reader.checkSpared();
        return claims;
    }

    private void read(Entry entry) {
        Map<String, String> quantities = new LinkedHashMap<>();
        Entry named = entry.entryOrNull("quantities");
        if (named != null) {
            named.keys().forEach(name -> quantities.put(name, say(named.node(name))));
        }
        String item = entry.text("item");
        LimitsReader limits = new LimitsReader(places, item);
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
                limits.limits(entry),
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
        spared.put(claim.id(), limits.spared());
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

    /** Reports an item that a limit spares although neither the claim nor one that is like it lives there. */
    private void checkSpared() {
        spared.forEach((id, entries) -> entries.forEach((entry, items) -> {
            Set<String> hosts = new HashSet<>();
            byId.values().stream()
                    .filter(claim -> claim.id().equals(id) || isLike(claim, id))
                    .forEach(claim -> hosts.addAll(ledger.hosts(claim.id(), claim.item())));
            items.stream()
                    .filter(item -> ledger.knows(item) && !hosts.contains(item))
                    .forEach(item -> entry.consequence(
                            places.fileOf(item),
                            "items",
                            id + " does not live in " + item,
                            "Take it away, or add " + id + " to its claims."));
        }));
    }

    private boolean isLike(Claim claim, String other) {
        Entry entry = likenesses.get(claim.id());
        return entry != null && entry.text("like").equals(other);
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
