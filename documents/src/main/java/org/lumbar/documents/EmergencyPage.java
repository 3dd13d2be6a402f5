package org.lumbar.documents;

import java.util.List;
import org.lumbar.core.knowledge.RedFlag;
import org.lumbar.core.knowledge.Urgency;
import org.lumbar.core.plan.TreatmentPlan;

/** An emergency ends the journey: what is suspected, what to do now, and nothing else. */
final class EmergencyPage {

    private EmergencyPage() {}

    static void write(TreatmentPlan plan, Words words, Page page, Head head) {
        Urgency level = plan.triage().level();
        page.text(0, 0, List.of(head.alarm(level, Ink.ALARM)));
        page.gap();
        page.text(0, 0, words.say("triage." + level.id() + ".means"), Ink.URGENT);
        page.gap();
        for (RedFlag flag : plan.triage().present()) {
            if (flag.urgency().emergency()) {
                head.flag(flag);
            }
        }
        page.gap();
        page.text(0, 0, words.say("emergency.stops"), Ink.STRONG);
        head.patient();
        page.gap();
        head.taken();
        page.gap();
        head.checks();
        page.gap();
        head.foot(words.knowledge().text("label.disclaimer"));
    }
}
