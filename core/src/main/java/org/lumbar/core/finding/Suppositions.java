package org.lumbar.core.finding;

import java.util.BitSet;
import org.lumbar.core.logic.Atoms;
import org.lumbar.core.logic.Truth;
import org.lumbar.core.logic.TruthSet;

/**
 * What every single change would say at once, worked out beforehand: a finding is so or not so; a bound of a measure stands
 * for a number just within it, and that decides all comparisons of the measure. A change is twice the number of an atom,
 * plus one when it is to be true.
 */
final class Suppositions {

    private final int findings;
    /** By change: what it says. */
    private final TruthSet[] said;
    /** By change: the findings that may have to be concluded anew. */
    private final BitSet[] open;
    /** By atom: the lowest comparison of the same measure, which names the measure. */
    private final int[] measure;

    /** Over atoms that are all known. */
    Suppositions(Atoms atoms, Comparisons comparisons, Inference inference) {
        this.findings = atoms.findings();
        this.said = new TruthSet[2 * atoms.size()];
        this.open = new BitSet[2 * atoms.size()];
        this.measure = new int[atoms.size()];
        for (int atom = 0; atom < atoms.size(); atom++) {
            int[] decided = atom < findings ? new int[] {atom} : comparisons.siblings(atom);
            BitSet following = inference.following(decided);
            measure[atom] = decided[0];
            for (int change = 2 * atom; change <= 2 * atom + 1; change++) {
                TruthSet truths = new TruthSet(atoms.words());
                boolean becomesTrue = change != 2 * atom;
                if (atom < findings) {
                    truths.set(atom, Truth.of(becomesTrue));
                } else {
                    comparisons.setNextTo(atom, becomesTrue, truths);
                }
                said[change] = truths;
                open[change] = following;
            }
        }
    }

    /** Says all changes together to both states; returns the findings that may have to be concluded anew. */
    BitSet apply(int[] changes, TruthSet truths, TruthSet certain) {
        BitSet all = new BitSet(findings);
        for (int i = 0; i < changes.length; i++) {
            if (!overruled(i, changes)) {
                truths.takeOver(said[changes[i]]);
                certain.takeOver(said[changes[i]]);
                all.or(open[changes[i]]);
            }
        }
        return all;
    }

    /** Of two bounds of a measure the last lower one gives the number, else the first upper one: each leaves room for the other. */
    private boolean overruled(int one, int[] changes) {
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
