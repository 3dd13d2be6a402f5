package org.lumbar.chart;

/** What entries of a patient's stream say. */
public final class Kind {

    /** Who the patient is: a FHIR Patient. The newest counts. */
    public static final String REGISTERED = "registered";

    /** A FHIR resource with its id; a later one of the same id takes its place. */
    public static final String RECORDED = "recorded";

    /** A resource was written in error: {@code {"resource": "Condition/ID", "reason": …}}. */
    public static final String WITHDRAWN = "withdrawn";

    /**
     * An answer to a question of the interview: {@code {"finding": ID, "value": true, false, a number or null}}; null takes
     * an earlier answer back.
     */
    public static final String ANSWERED = "answered";

    /** An item enters the plan that is being made: {@code {"item": ID, "note": …}}. */
    public static final String CHOSEN = "chosen";

    /** An item leaves it: {@code {"item": ID, "reason": …}}. */
    public static final String REMOVED = "removed";

    /**
     * A clinician gives an item in spite of rules that speak against it: {@code {"item": ID, "knowledge": SHA256, "rules":
     * [{"rule": ID, "kind": …, "reason": CODE, "text": …, "facts": […], "says": …}]}}. It holds for these rules as long as
     * their facts do, and for no other rule, item or patient. An empty item lifts the stop of an emergency.
     */
    public static final String OVERRIDDEN = "overridden";

    /** How an item is ordered: {@code {"item": ID, "values": {FIELD: NUMBER}, "needed": true, "meal": CODE, "more": …}}. */
    public static final String DOSED = "dosed";

    /** A plan was signed: its version, request, items, the knowledge that it rests on and the hash of its sheet. */
    public static final String SIGNED = "signed";

    /** A message or a note in words: {@code {"text": …}}. */
    public static final String NOTED = "noted";

    /**
     * A session of the exercise programme was done, or begun and stopped: {@code {"session": ID, "on": DAY, "load": …,
     * "changed": DAY, "results": BUNDLE}}, the results as the session's page sends them, with the load that it was done with.
     */
    public static final String EXERCISED = "exercised";

    /** What became of a treatment on a day: see {@link Performed}. */
    public static final String PERFORMED = "performed";

    /** What an instructor saw of a patient's exercises: see {@link Practised}. */
    public static final String PRACTISED = "practised";

    /**
     * Something that a physician has to look at first: {@code {"reason": CODE, "source": CODE, "about": ITEM, "details": TEXT}}.
     * See {@link Flag}.
     */
    public static final String FLAGGED = "flagged";

    /** A physician has looked at a flag: {@code {"flag": its sequence, "note": …}}. */
    public static final String FLAG_CLEARED = "flag-cleared";

    /**
     * A clinician put the exercises for home together: {@code {"movements": [{"movement", "repetitions", "sets", "hold",
     * "seconds"}], "sessionsAWeek": number or null, "growth": share}}; without movements it goes back to what the programme
     * chooses. It holds from the next signature on, of a plan or of the programme.
     */
    public static final String PROGRAMME = "programme";

    /** The exercises that were last put together were signed on their own. */
    public static final String PROGRAMME_SIGNED = "programme-signed";

    /**
     * A patient said how it is: {@code {"signs": {RED FLAG: "yes", "no" or "unknown"}, "pain": 0 to 10, "leg": true or false,
     * "text": …}}.
     */
    public static final String REPORTED = "reported";

    /** A patient filled in a questionnaire: {@code {"instrument": ID, "on": DAY, "answers": "1,0,?"}}, in the order of its questions. */
    public static final String FILLED = "filled";

    private Kind() {}
}
