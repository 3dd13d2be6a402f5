package org.lumbar.documents;

import static org.lumbar.documents.Shape.DATE;
import static org.lumbar.documents.Shape.ID;
import static org.lumbar.documents.Shape.IDS;
import static org.lumbar.documents.Shape.NUMBER;
import static org.lumbar.documents.Shape.TEXT;
import static org.lumbar.documents.Shape.YES_NO;
import static org.lumbar.documents.Shape.each;
import static org.lumbar.documents.Shape.object;
import static org.lumbar.documents.Shape.orNull;
import static org.lumbar.documents.Shape.word;

import java.util.Map;
import java.util.regex.Pattern;

/** The JSON form of a plan, field by field. */
final class PlanShape {

    private static final String LEVELS = "emergency-now|emergency-same-day|urgent-48h|urgent-2wk|routine-referral|none";

    private static final Shape BOUNDS = new Shape.Fields(Map.of(), Map.of("least", NUMBER, "most", NUMBER));
    private static final Shape EXACT_OR_BOUNDS = new Shape.Or(NUMBER, BOUNDS);
    private static final Shape MILLIGRAMS = new Shape.Text(Pattern.compile("\\d+(\\.\\d+)?(-\\d+(\\.\\d+)?)? mg"));

    private static final Shape REASON = object(
            "rule",
            ID,
            "findings",
            IDS,
            "text",
            TEXT,
            "caution",
            YES_NO,
            "claims",
            IDS,
            "citations",
            IDS,
            "verified",
            YES_NO);

    private static final Shape DOSE = object(
                    "route",
                    ID,
                    "ingredients",
                    each(object("name", TEXT, "substance", ID, "atc", orNull(ID))
                            .maybe("perDose", MILLIGRAMS)
                            .maybe("perDayMax", MILLIGRAMS)
                            .maybe("perDoseMg", EXACT_OR_BOUNDS)
                            .maybe("perDayMaxMg", NUMBER)),
                    "adjustments",
                    each(TEXT))
            .maybe("form", TEXT)
            .maybe("timesPerDay", each(NUMBER))
            .maybe("hoursBetween", NUMBER)
            .maybe("maxDays", NUMBER)
            .maybe("reviewDay", NUMBER)
            .maybe("amount", TEXT)
            .maybe("gramsPerDayMax", NUMBER);

    private static final Shape COURSE = object(
                    "parameters",
                    each(object("name", TEXT)
                            .maybe("range", each(NUMBER))
                            .maybe("unit", TEXT)
                            .maybe("text", TEXT)))
            .maybe("minutes", each(NUMBER))
            .maybe("sessionsMax", NUMBER)
            .maybe("perWeekMax", NUMBER)
            .maybe("pauseWeeksMin", NUMBER)
            .maybe("reviewAfterSessions", NUMBER);

    private static final Shape RECOMMENDATION = object(
                    "item",
                    ID,
                    "category",
                    ID,
                    "name",
                    TEXT,
                    "status",
                    word(
                            "recommended",
                            "optional",
                            "discretion",
                            "needs-information",
                            "withheld",
                            "not-indicated",
                            "refused"),
                    "reasons",
                    each(REASON),
                    "missing",
                    IDS,
                    "gates",
                    each(object("id", ID, "name", TEXT, "open", orNull(YES_NO), "blocks", YES_NO)),
                    "wouldChangeIf",
                    each(each(TEXT)),
                    "evidence",
                    object("grade", ID, "position", each(ID)).maybe("summary", TEXT),
                    "claims",
                    IDS,
                    "citations",
                    IDS,
                    "verified",
                    YES_NO,
                    "unverified",
                    IDS)
            .maybe("members", IDS)
            .maybe("dose", DOSE)
            .maybe("course", COURSE)
            .maybe("advice", each(TEXT))
            .maybe("monitor", each(TEXT))
            .maybe("stop", each(TEXT))
            .maybe("dispute", object("source", TEXT, "regulators", TEXT, "ids", IDS));

    private static final Shape PATH = object(
                    "goals",
                    each(object("id", ID, "text", TEXT)
                            .maybe("measure", ID)
                            .maybe("target", NUMBER)
                            .maybe("targetPercent", NUMBER)
                            .maybe("unit", TEXT)
                            .maybe("byDays", NUMBER)),
                    "stages",
                    each(object(
                            "name",
                            TEXT,
                            "id",
                            ID,
                            "start",
                            DATE,
                            "end",
                            orNull(DATE),
                            "review",
                            DATE,
                            "aim",
                            TEXT,
                            "moveOnWhen",
                            TEXT,
                            "backWhen",
                            TEXT,
                            "items",
                            IDS)),
                    "followUp",
                    each(object("id", ID, "on", DATE, "text", TEXT, "measures", IDS)),
                    "safetyNet",
                    each(object("id", ID, "text", TEXT, "flags", IDS)),
                    "stopRules",
                    each(object("id", ID, "text", TEXT, "flags", IDS)))
            .maybe("emergencyAction", each(TEXT));

    static final Shape PLAN = object(
            "lumbar",
            word("1"),
            "knowledge",
            object("version", TEXT, "sha256", new Shape.Text(Pattern.compile("[0-9a-f]{64}"))),
            "date",
            DATE,
            "standard",
            word("comprehensive", "guideline"),
            "country",
            new Shape.Text(Pattern.compile("[A-Z]{2}")),
            "language",
            word("en", "ru"),
            "patient",
            object("id", TEXT, "age", orNull(EXACT_OR_BOUNDS), "sex", word("female", "male", "unstated")),
            "triage",
            object(
                    "level",
                    word(LEVELS),
                    "name",
                    TEXT,
                    "redFlags",
                    each(object(
                            "id",
                            ID,
                            "name",
                            TEXT,
                            "urgency",
                            word(LEVELS),
                            "suspected",
                            TEXT,
                            "action",
                            TEXT,
                            "because",
                            IDS)),
                    "unanswered",
                    IDS),
            "diagnosis",
            object(
                    "confirmed",
                    YES_NO,
                    "syndrome",
                    word("lumbago", "lumbalgia", "lumboischialgia", "specific", "undetermined"),
                    "phase",
                    orNull(word("acute", "subacute", "chronic", "exacerbation", "remission")),
                    "severity",
                    orNull(word("none", "mild", "moderate", "severe")),
                    "icd10",
                    orNull(TEXT)),
            "findings",
            each(object("id", ID, "state", word("present", "absent", "unknown"), "evidence", IDS)),
            "assumedAbsent",
            IDS,
            "measures",
            each(object("unit", TEXT, "evidence", IDS)
                    .maybe("value", NUMBER)
                    .maybe("least", NUMBER)
                    .maybe("most", NUMBER)),
            "recommendations",
            each(RECOMMENDATION),
            "questions",
            each(object("finding", ID, "text", TEXT, "askedOf", word("patient", "clinician"), "decides", IDS)),
            "checks",
            each(object("rule", TEXT, "text", TEXT, "about", IDS)),
            "plan",
            PATH);

    private PlanShape() {}
}
