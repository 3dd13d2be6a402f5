package org.lumbar.knowledge;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that someone probably meant. */
public final class Spelling {

    private Spelling() {}

    /** "Maybe …" with the word that was probably meant, else another advice. */
    static String advice(String word, Collection<String> known, String otherwise) {
        return nearest(word, known).map(near -> "Maybe " + near + "?").orElse(otherwise);
    }

    /** The known word that needs the fewest changed letters; empty when none is near. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .map(candidate -> new Near(candidate, distance(word, candidate)))
                .filter(near -> near.distance() <= Math.max(2, word.length() / 3))
                .min(Comparator.comparingInt(Near::distance).thenComparing(Near::word))
                .map(Near::word);
    }

    private record Near(String word, int distance) {}

    /** Levenshtein distance: insertions, deletions and replacements of one character. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
