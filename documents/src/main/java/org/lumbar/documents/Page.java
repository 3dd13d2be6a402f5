package org.lumbar.documents;

import java.util.ArrayList;
import java.util.List;

/** Lines of text within a width. Breaks at plain spaces only; an unbreakable word may stand out. */
final class Page {

    /** A stretch of text in one ink. */
    record Span(String text, Ink ink) {}

    /** What must stay on one line: the end of one span may touch the start of the next. */
    private record Word(List<Span> pieces, Ink before) {
        int length() {
            int length = 0;
            for (Span piece : pieces) {
                length += piece.text().codePointCount(0, piece.text().length());
            }
            return length;
        }
    }

    private final StringBuilder out = new StringBuilder(4096);
    private final int width;
    private final boolean colours;

    Page(TextOptions options) {
        this.width = options.width();
        this.colours = options.colours();
    }

    int width() {
        return width;
    }

    static Span span(String text, Ink ink) {
        return new Span(text, ink);
    }

    /** An empty line, unless the last one is empty or there is none. */
    void gap() {
        if (!out.isEmpty() && !(out.length() > 1 && out.charAt(out.length() - 2) == '\n')) {
            out.append('\n');
        }
    }

    void text(int indent, int hang, String text, Ink ink) {
        text(indent, hang, List.of(new Span(text, ink)));
    }

    /** How many lines a paragraph takes. */
    int lines(int indent, int hang, List<Span> spans) {
        return wrap(indent, hang, spans).size();
    }

    /**
     * Writes a paragraph.
     *
     * @param indent spaces before its first line
     * @param hang spaces before the others
     */
    void text(int indent, int hang, List<Span> spans) {
        int start = indent;
        for (List<Word> line : wrap(indent, hang, spans)) {
            write(start, line);
            start = hang;
        }
    }

    private List<List<Word>> wrap(int indent, int hang, List<Span> spans) {
        List<List<Word>> lines = new ArrayList<>();
        List<Word> line = new ArrayList<>();
        int used = indent;
        for (Word word : words(spans)) {
            int needed = word.length() + (line.isEmpty() ? 0 : 1);
            if (!line.isEmpty() && used + needed > width) {
                lines.add(line);
                line = new ArrayList<>();
                used = hang;
                needed = word.length();
            }
            line.add(word);
            used += needed;
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    private static List<Word> words(List<Span> spans) {
        List<Word> words = new ArrayList<>();
        List<Span> open = new ArrayList<>();
        Ink before = Ink.PLAIN;
        for (Span span : spans) {
            String text = printable(span.text());
            int from = 0;
            while (from <= text.length()) {
                int space = text.indexOf(' ', from);
                int to = space < 0 ? text.length() : space;
                if (to > from) {
                    open.add(new Span(text.substring(from, to), span.ink()));
                }
                if (space < 0) {
                    break;
                }
                if (!open.isEmpty()) {
                    words.add(new Word(List.copyOf(open), before));
                    open.clear();
                }
                before = span.ink();
                from = space + 1;
            }
        }
        if (!open.isEmpty()) {
            words.add(new Word(List.copyOf(open), before));
        }
        return words;
    }

    /** Words of a record must not steer a terminal. */
    private static String printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return text.replaceAll("\\p{Cntrl}+", " ");
            }
        }
        return text;
    }

    private void write(int indent, List<Word> line) {
        out.repeat(" ", indent);
        Ink ink = Ink.PLAIN;
        for (int i = 0; i < line.size(); i++) {
            Word word = line.get(i);
            if (i > 0) {
                ink = change(ink, word.before() == ink ? ink : Ink.PLAIN);
                out.append(' ');
            }
            for (Span piece : word.pieces()) {
                ink = change(ink, piece.ink());
                out.append(piece.text());
            }
        }
        change(ink, Ink.PLAIN);
        out.append('\n');
    }

    private Ink change(Ink from, Ink to) {
        if (colours && from != to) {
            out.append(from.end()).append(to.start());
        }
        return to;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
