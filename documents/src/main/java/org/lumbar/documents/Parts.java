package org.lumbar.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.knowledge.Citation;
import org.lumbar.core.knowledge.Claim;
import org.lumbar.core.knowledge.Conflict;
import org.lumbar.core.knowledge.Course;
import org.lumbar.core.knowledge.Guideline;
import org.lumbar.core.knowledge.Item;
import org.lumbar.core.knowledge.Sources;
import org.lumbar.core.text.LocalizedText;

/** What long texts about an item are made of: labelled lines and lists, and the parts that every item has. */
class Parts {

    private final Words words;
    private final Page page;
    private final int indent;

    Parts(Words words, Page page, int indent) {
        this.words = words;
        this.page = page;
        this.indent = indent;
    }

    /** Another part begins: what it is for, when, how, on what grounds. */
    void begin(String part) {
        page.gap();
    }

    void line(String labelKey, String text) {
        if (!text.isEmpty()) {
            page.text(indent, indent + 2, List.of(label(labelKey), Page.span(" " + text, Ink.PLAIN)));
        }
    }

    /** One text stands beside its label, several stand below it. */
    void lines(String labelKey, List<String> texts) {
        if (texts.size() == 1) {
            line(labelKey, texts.get(0));
        } else if (!texts.isEmpty()) {
            page.text(indent, indent + 2, List.of(label(labelKey)));
            texts.forEach(text -> page.text(indent + 2, indent + 4, "• " + text, Ink.PLAIN));
        }
    }

    /** Steps below their label, in order. */
    void numbered(String labelKey, List<String> texts) {
        if (!texts.isEmpty()) {
            page.text(indent, indent + 2, List.of(label(labelKey)));
            int number = 0;
            for (String text : texts) {
                number++;
                page.text(indent + 2, indent + 6, number + ". " + text, Ink.PLAIN);
            }
        }
    }

    private Page.Span label(String key) {
        return Page.span(words.capital(words.say(key)) + ":", Ink.STRONG);
    }

    void texts(String labelKey, List<LocalizedText> texts) {
        lines(labelKey, texts.stream().map(words::say).toList());
    }

    void settings(@Nullable Course course) {
        if (course != null) {
            Regimen regimen = new Regimen(words);
            lines(
                    "detail.parameters",
                    course.parameters().stream().map(regimen::of).toList());
        }
    }

    /** What the evidence is worth, and what each guideline says, in the order of the knowledge base. */
    void evidence(Item item) {
        Item.Evidence evidence = item.evidence();
        String grade = words.capital(words.say("grade." + evidence.grade())) + ".";
        line("heading.evidence", evidence.summary() == null ? grade : grade + " " + words.say(evidence.summary()));
        List<String> positions = new ArrayList<>();
        for (Guideline guideline : words.knowledge().guidelines()) {
            String word = evidence.position().get(guideline.id());
            LocalizedText meaning = words.knowledge().positionWords().get(word);
            if (meaning != null) {
                positions.add(guideline.id() + ": " + words.say(meaning));
            }
        }
        lines("item.guidelines", positions);
    }

    void dispute(Item.@Nullable Dispute dispute) {
        if (dispute != null) {
            line("detail.source-articles", words.say(dispute.source()));
            line("detail.regulators", words.say(dispute.regulators()));
        }
    }

    /** Each side of each conflict, with who says it, and which one the rules follow. */
    void conflicts(List<Conflict> conflicts) {
        for (Conflict conflict : conflicts) {
            List<String> sides = new ArrayList<>();
            for (Conflict.Side side : conflict.sides()) {
                sides.add(words.say(side.says()) + " [" + String.join(", ", side.citations()) + "]");
            }
            sides.add(words.say(conflict.taken()));
            under(words.fill("detail.conflict", "about", words.say(conflict.about())), sides);
        }
    }

    /** Texts under a heading of their own. */
    void under(String heading, List<String> texts) {
        page.text(indent, indent + 2, List.of(Page.span(heading, Ink.STRONG)));
        texts.forEach(text -> page.text(indent + 2, indent + 4, "• " + text, Ink.PLAIN));
    }

    /** What the sources state, and what became of it. */
    void claims(List<String> ids) {
        Map<String, Claim> claims =
                HashMap.newHashMap(words.knowledge().claims().size());
        words.knowledge().claims().forEach(claim -> claims.put(claim.id(), claim));
        lines(
                "detail.claims",
                ids.stream()
                        .map(
                                id -> {
                                    Claim claim = claims.get(id);
                                    return claim == null
                                            ? id
                                            : id + " ("
                                                    + words.say("verdict."
                                                            + claim.verdict().id()) + "): " + words.say(claim.says());
                                })
                        .toList());
    }

    /** Sources written out. */
    void citations(Collection<String> ids) {
        Map<String, Citation> citations =
                HashMap.newHashMap(words.knowledge().citations().size());
        words.knowledge().citations().forEach(citation -> citations.put(citation.id(), citation));
        List<String> texts = new ArrayList<>();
        for (String id : ids) {
            Citation citation = citations.get(id);
            if (citation != null) {
                String url = citation.url() == null ? "" : " " + citation.url();
                texts.add(
                        id + ": " + citation.cite() + url + " [" + words.say("citation.seen." + citation.seen()) + "]");
            }
        }
        lines("heading.sources", texts);
    }

    void review(Item.Review review) {
        line(
                "item.review",
                words.fill(
                        "item.review-dates",
                        Map.of("last", words.date(review.last()), "next", words.date(review.next()))));
    }

    void sources(Sources sources, String unverifiedKey) {
        line("heading.sources", String.join(", ", sources.citations()));
        line("detail.claims", String.join(", ", sources.claims()));
        unverified(sources, unverifiedKey);
    }

    /** What was not seen, part by part, or in the words of {@link Words#unverifiedKey} when none is named. */
    void unverified(Sources sources, String unverifiedKey) {
        if (!sources.unverified().isEmpty()) {
            line(
                    "detail.unverified",
                    sources.unverified().stream().map(words::say).collect(Collectors.joining("; ")));
        } else if (!sources.verified()) {
            line("detail.unverified", words.say(unverifiedKey));
        }
    }

    /** A mark after a statement whose source was not seen. */
    String mark(Sources sources, String key) {
        return sources.verified() ? "" : " [" + words.say(key) + "]";
    }
}
