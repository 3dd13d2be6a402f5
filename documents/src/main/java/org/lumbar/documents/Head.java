package org.lumbar.documents;

import java.util.ArrayList;
import java.util.List;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Urgency;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.LocalizedText;
import org.lumbar.core.triage.Triage;

/** What every view of a plan begins and ends with: how urgent it is, who it is about, and what it rests on. */
final class Head {

    private final TreatmentPlan plan;
    private final Words words;
    private final Page page;
    private final Headline headline;

    Head(TreatmentPlan plan, Words words, Page page) {
        this.plan = plan;
        this.words = words;
        this.page = page;
        this.headline = new Headline(plan, words);
    }

    void triage() {
        Triage triage = plan.triage();
        int unanswered = triage.unanswered().size();
        List<Page.Span> spans = new ArrayList<>();
        if (triage.level() != Urgency.NONE) {
            boolean urgent = triage.level() != Urgency.ROUTINE_REFERRAL;
            spans.add(alarm(triage.level(), urgent ? Ink.ALARM : Ink.CARE));
            spans.add(Page.span(
                    " " + words.say("triage." + triage.level().id() + ".means"), urgent ? Ink.URGENT : Ink.CARE));
        } else if (unanswered > 0) {
            spans.add(Page.span("? " + words.say("screen.none-on-record"), Ink.CARE));
        } else {
            spans.add(Page.span("✓ " + words.capital(words.say("triage.none")), Ink.GOOD));
        }
        if (unanswered > 0) {
            spans.add(Page.span(" " + words.count("screen.unanswered", unanswered), Ink.CARE));
        }
        page.text(0, 2, spans);
        for (RedFlag flag : triage.present()) {
            flag(flag);
        }
    }

    /** The urgency, loud without colours too. */
    Page.Span alarm(Urgency level, Ink ink) {
        return Page.span("▲ " + words.heading("triage." + level.id()) + ".", ink);
    }

    void flag(RedFlag flag) {
        page.text(2, 4, headline.suspected(flag), Ink.STRONG);
        page.text(4, 4, headline.action(flag), Ink.PLAIN);
        String because = headline.because(flag);
        if (!because.isEmpty()) {
            page.text(4, 4, because, Ink.FAINT);
        }
    }

    void diagnosis() {
        List<Page.Span> spans = new ArrayList<>();
        spans.add(Page.span(headline.diagnosis(), Ink.STRONG));
        String lasting = headline.lasting();
        if (!lasting.isEmpty()) {
            spans.add(Page.span(", " + lasting, Ink.PLAIN));
        }
        String code = headline.code();
        if (!code.isEmpty()) {
            spans.add(Page.span(Words.DOT + code, Ink.PLAIN));
        }
        Ink ink = plan.diagnosis().confirmed() ? Ink.PLAIN : Ink.CARE;
        spans.add(Page.span(Words.DOT + headline.confirmed(), ink));
        page.text(0, 2, spans);
    }

    void patient() {
        page.text(0, 2, String.join(Words.DOT, headline.patient()), Ink.FAINT);
    }

    /** What is taken already and should not be: before anything that is proposed. */
    void taken() {
        list("heading.taken", headline.taken(), Ink.ALARM);
    }

    /** What the record leaves open or contradicts; never silent. */
    void checks() {
        list("heading.checks", headline.checks(), Ink.HEADING);
    }

    private void list(String key, List<String> lines, Ink heading) {
        if (!lines.isEmpty()) {
            page.text(0, 2, words.heading(key), heading);
            lines.forEach(line -> page.text(2, 4, "! " + line, Ink.CARE));
        }
    }

    /** What the plan is not, and what it rests on. */
    void foot(LocalizedText disclaimer) {
        page.text(0, 0, headline.foot(disclaimer), Ink.FAINT);
    }
}
