package org.lumbar.knowledge;

import java.util.ArrayList;
import java.util.List;

/** Reads ICD-10 codes: categories such as K25, their subdivisions such as K25.4, and ranges of categories such as J00-J06. */
final class IcdCodes {

    /** Characters of a category: a letter, a digit, and a digit or, in ICD-10-CM, a letter. */
    private static final int CATEGORY = 3;

    private IcdCodes() {}

    /** Codes without dots; a range as all of its categories. */
    static List<String> read(Entry entry, String key) {
        List<String> codes = new ArrayList<>();
        for (String code : entry.words(key)) {
            int dash = code.indexOf('-');
            if (dash >= 0) {
                addRange(codes, entry, key, code, dash);
            } else if (isCode(code, key.equals("icd10cm"))) {
                codes.add(code.length() > CATEGORY ? code.substring(0, CATEGORY) + code.substring(CATEGORY + 1) : code);
            } else {
                entry.error(key, code + " is no ICD-10 code", "Write it as K25, K25.4 or J00-J06.");
            }
        }
        return codes;
    }

    private static void addRange(List<String> codes, Entry entry, String key, String range, int dash) {
        String from = range.substring(0, dash);
        String to = range.substring(dash + 1);
        if (!isPlainCategory(from) || !isPlainCategory(to)) {
            entry.error(key, range + " is not a range of three-character categories", "Write it as J00-J06.");
            return;
        }
        if (to.compareTo(from) < 0) {
            entry.error(key, range + " goes down from " + from + " to " + to, "Write the smaller category first.");
            return;
        }
        int last = number(to);
        for (int category = number(from); category <= last; category++) {
            int rest = category % 100;
            codes.add((char) ('A' + category / 100) + (rest < 10 ? "0" : "") + rest);
        }
    }

    /** Where a category stands in the order of all: A00 is 0, A01 is 1, B00 is 100. */
    private static int number(String category) {
        return (category.charAt(0) - 'A') * 100 + (category.charAt(1) - '0') * 10 + category.charAt(2) - '0';
    }

    private static boolean isPlainCategory(String text) {
        return text.length() == CATEGORY
                && isLetter(text.charAt(0))
                && isDigit(text.charAt(1))
                && isDigit(text.charAt(2));
    }

    /** @param modified ICD-10-CM, whose categories may end with a letter */
    private static boolean isCode(String text, boolean modified) {
        if (text.length() < CATEGORY
                || !isLetter(text.charAt(0))
                || !isDigit(text.charAt(1))
                || !(isDigit(text.charAt(2)) || modified)) {
            return false;
        }
        for (int i = 2; i < text.length(); i++) {
            boolean dot = i == CATEGORY;
            char c = text.charAt(i);
            if (dot ? c != '.' : !isDigit(c) && !isLetter(c)) {
                return false;
            }
        }
        return text.length() != CATEGORY + 1;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
