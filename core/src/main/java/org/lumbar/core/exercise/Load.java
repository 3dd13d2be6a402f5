package org.lumbar.core.exercise;

import java.util.Map;

/**
 * How much exercise a programme holds; the only thing that progression changes.
 *
 * @param share work of a main session as a share of that of the first one; 1 at the start
 * @param sessionsAWeek main sessions a week
 * @param walkMinutes of one walk
 * @param walksAWeek walks a week
 * @param versions of movements that have harder ones, by id; a movement that is missing has its easiest
 * @param steps growth steps so far
 */
public record Load(
        double share, int sessionsAWeek, double walkMinutes, int walksAWeek, Map<String, Integer> versions, int steps) {

    public Load {
        versions = Map.copyOf(versions);
    }

    /** Nothing at all. */
    public static final Load NONE = new Load(0, 0, 0, 0, Map.of(), 0);

    Load withSessions(double newShare, int newSessionsAWeek) {
        return new Load(newShare, newSessionsAWeek, walkMinutes, walksAWeek, versions, steps);
    }

    Load withWalks(double newWalkMinutes, int newWalksAWeek) {
        return new Load(share, sessionsAWeek, newWalkMinutes, newWalksAWeek, versions, steps);
    }

    Load withVersions(Map<String, Integer> newVersions) {
        return new Load(share, sessionsAWeek, walkMinutes, walksAWeek, newVersions, steps);
    }

    Load withSteps(int newSteps) {
        return new Load(share, sessionsAWeek, walkMinutes, walksAWeek, versions, newSteps);
    }
}
