package org.lumbar.core.knowledge;

import java.io.Serializable;
import java.util.List;
import org.lumbar.core.text.LocalizedText;

/**
 * How the days of an exercise programme are filled in some settings and phases.
 *
 * @param phases ids of the phases that it is for
 * @param item the item that it carries out; a programme is only made while that item is offered
 * @param grows false where the load only stays or falls
 * @param sessionsAWeek main sessions a week at the start, 1 to 7
 */
public record ProgrammeTemplate(
        String id,
        LocalizedText name,
        List<Setting> settings,
        List<String> phases,
        String item,
        boolean grows,
        int sessionsAWeek,
        List<Part> parts,
        Sources sources)
        implements Serializable {

    public ProgrammeTemplate {
        settings = List.copyOf(settings);
        phases = List.copyOf(phases);
        parts = List.copyOf(parts);
    }

    /** Where and with whom the person exercises. */
    public enum Setting {
        /** Alone, with a small programme. */
        HOME,
        /** With an instructor, as an outpatient. */
        SUPERVISED,
        /** Full sessions through the whole day. */
        SANATORIUM
    }

    /** A time of the day; each has its clock time. */
    public enum DayPart {
        MORNING,
        DAY,
        EVENING
    }

    /** How often a part comes and what grows with it. */
    public enum Use {
        /** The session that the load is about, with rest days between. */
        MAIN,
        /** Gentle movement, breathing or rest; every day. */
        DAILY,
        /** A walk, on the days of the walking programme. */
        WALK,
        /** Balance, on its days of the week. */
        BALANCE,
        /** Every day when the request asks for yoga; takes the place of the main sessions. */
        YOGA
    }

    /**
     * What happens at one time of the day.
     *
     * @param sessions ids of exercise sessions, each entry one or more that are joined; they come in turn
     * @param daysEach how long one entry is kept before the next, in days; 1 means in turn from session to session
     * @param only for people with one of these findings; empty for everybody
     */
    public record Part(DayPart at, Use use, List<List<String>> sessions, int daysEach, List<String> only)
            implements Serializable {
        public Part {
            sessions = sessions.stream().map(List::copyOf).toList();
            only = List.copyOf(only);
        }
    }
}
