package org.lumbar.documents;

/** What a stretch of text is, and the terminal colour that says so. Colour never carries a meaning alone. */
enum Ink {
    PLAIN(""),
    STRONG("1"),
    HEADING("1;36"),
    FAINT("2"),
    GOOD("1;32"),
    CARE("33"),
    URGENT("1;31"),
    ALARM("1;97;41");

    private static final String ESCAPE = "\u001b[";

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    String start() {
        return code.isEmpty() ? "" : ESCAPE + code + "m";
    }

    String end() {
        return code.isEmpty() ? "" : ESCAPE + "0m";
    }
}
