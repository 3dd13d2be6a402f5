package org.lumbar.core.finding;

import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Lanes;

/**
 * What every single change would say at once, worked out beforehand: a finding is so or not so; a bound of a measure stands
 * for a number just within it, and that decides all comparisons of the measure. A change is twice the number of an atom,
 * plus one when it is to be true.
 */
final class Suppositions {

    private final int findings;
    /** By change: the literals that it says; the change of a finding says itself. */
    private final int[][] said;
    /** By change: the findings that may have to be concluded anew. */
    private final int[][] open;
    /** By atom: the lowest comparison of the same measure, which names the measure. */
    private final int[] measure;

    /** Over atoms that are all known. */
    Suppositions(Atoms atoms, Comparisons comparisons, Inference inference) {
        this.findings = atoms.findings();
        this.said = new int[2 * atoms.size()][];
        this.open = new int[2 * atoms.size()][];
        this.measure = new int[atoms.size()];
        for (int atom = 0; atom < atoms.size(); atom++) {
            int[] decided = atom < findings ? new int[] {atom} : comparisons.siblings(atom);
            int[] following = inference.following(decided);
            measure[atom] = decided[0];
            for (int change = 2 * atom; change <= 2 * atom + 1; change++) {
                said[change] = atom < findings ? new int[] {change} : comparisons.nextTo(atom, upper(change));
                open[change] = following;
            }
        }
    }

    /**
     * Says all changes together.
     *
     * @param lane the bit of the lane that is changed
     */
    void say(int[] changes, Lanes truths, long lane) {
        for (int i = 0; i < changes.length; i++) {
            if (!overruled(i, changes)) {
                for (int literal : said[changes[i]]) {
                    truths.set(literal, lane);
                }
            }
        }
    }

    /** Adds the lane to those findings that may have to be concluded anew. */
    void reopen(int[] changes, long[] lanes, long lane) {
        for (int change : changes) {
            for (int finding : open[change]) {
                lanes[finding] |= lane;
            }
        }
    }

    /** Of two bounds of a measure the last lower one gives the number, else the first upper one: each leaves room for the other. */
    private boolean overruled(int one, int[] changes) {
        if (changes[one] >> 1 < findings) {
            return false;
        }
        for (int i = 0; i < changes.length; i++) {
            if (i != one && measure[changes[i] >> 1] == measure[changes[one] >> 1]) {
                boolean other = upper(changes[i]) ? upper(changes[one]) && i < one : upper(changes[one]) || i > one;
                if (other) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean upper(int change) {
        return (change & 1) != 0;
    }
}
