package org.lumbar.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lumbar.core.knowledge.Attempt;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.Claim.Verdict;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.text.Language;

/** Claims of the ledger with verdict, reason, limits and the places where they live. */
public final class ClaimList {

    private final Words words;
    private final Parts parts;
    private final LimitWords limits;

    private ClaimList(Words words, Parts parts) {
        this.words = words;
        this.parts = parts;
        this.limits = new LimitWords(words, true);
    }

    public static String of(KnowledgeBase knowledge, Language language, ClaimFilter filter, TextOptions options) {
        Page page = new Page(options);
        Words words = new Words(knowledge, language);
        ClaimList list = new ClaimList(words, new Parts(words, page, 2));
        List<Claim> claims = filter.of(knowledge);
        for (Claim claim : claims) {
            page.text(
                    0,
                    2,
                    List.of(
                            Page.span(claim.id(), Ink.STRONG),
                            Page.span(Words.DOT, Ink.PLAIN),
                            Page.span(words.say("verdict." + claim.verdict().id()), ink(claim.verdict())),
                            Page.span(Words.DOT + words.name(claim.item()) + " (" + claim.item() + ")", Ink.FAINT)));
            list.parts.line("claim.says", words.say(claim.says()));
            list.parts.line("claim.why", words.say(claim.why()));
            list.write(claim);
            page.gap();
        }
        page.text(0, 0, words.count("count.claims", claims.size()), Ink.FAINT);
        return page.toString();
    }

    /** Writes the limits of a claim, its refused parts and where it lives. */
    static void write(Claim claim, Words words, Parts parts) {
        new ClaimList(words, parts).write(claim);
    }

    private void write(Claim claim) {
        parts.lines(
                "claim.limits",
                claim.limits().stream()
                        .map(limit -> limits.say(limit, claim.item()))
                        .toList());
        parts.lines(
                "claim.refused",
                claim.refusals().stream()
                        .map(refusal -> say(refusal, claim.item()))
                        .toList());
        parts.lines("claim.lives", limits.places(claim.heldBy(), claim.item()));
        parts.lines("claim.tried", claim.attempts().stream().map(this::say).toList());
        if (claim.verdict() == Verdict.RECORD_ONLY) {
            parts.line("claim.lives", words.say("claim.recorded"));
        }
        if (claim.toVerify()) {
            parts.line("detail.unverified", words.say(words.unverifiedKey(category(claim))));
        }
    }

    /** The category of the item that it belongs to; empty when that is a topic. */
    private String category(Claim claim) {
        return words.knowledge().items().stream()
                .filter(item -> item.id().equals(claim.item()))
                .map(Item::category)
                .findFirst()
                .orElse("");
    }

    private static Ink ink(Verdict verdict) {
        return switch (verdict) {
            case ADOPT, ADOPT_WITH_LIMITS -> Ink.GOOD;
            case DISCRETION -> Ink.CARE;
            case RECORD_ONLY -> Ink.FAINT;
            case REFUSE -> Ink.URGENT;
        };
    }

    private String say(Claim.Refusal refusal, String item) {
        List<String> parts = new ArrayList<>(limits.places(refusal.heldBy(), item));
        refusal.attempts().forEach(attempt -> parts.add(say(attempt)));
        return words.fill(
                "claim.refusal", Map.of("what", words.say(refusal.what()), "places", String.join("; ", parts)));
    }

    private String say(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Assertion assertion -> words.fill("attempt.assert", "words", words.say(assertion.words()));
            case Attempt.Offer offer -> say(offer);
        };
    }

    private String say(Attempt.Offer offer) {
        List<String> conditions = new ArrayList<>();
        addNamed(conditions, "attempt.to", offer.to());
        addNamed(conditions, "attempt.without", offer.without());
        addNamed(conditions, "attempt.taking", offer.taking());
        Standard standard = offer.standard();
        if (standard != null) {
            conditions.add(words.say("standard." + standard.id()));
        }
        offer.asMuch().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(amount -> conditions.add(words.fill("attempt." + amount.getKey(), "n", amount.getValue())));
        String items =
                String.join(" + ", offer.items().stream().map(words::name).toList());
        return conditions.isEmpty()
                ? words.fill("attempt.never", "items", items)
                : words.fill("attempt.not", Map.of("items", items, "when", String.join(", ", conditions)));
    }

    private void addNamed(List<String> conditions, String key, List<String> ids) {
        if (!ids.isEmpty()) {
            conditions.add(words.fill(
                    key,
                    "names",
                    String.join(", ", ids.stream().map(words::name).toList())));
        }
    }
}
