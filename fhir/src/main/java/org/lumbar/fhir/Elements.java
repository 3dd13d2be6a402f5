package org.lumbar.fhir;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.CodeSystem;
import org.lumbar.core.record.Coding;
import org.lumbar.core.record.Entry.Concept;
import org.lumbar.core.record.Span;

/** Reads the data types that several resources share. Each method stands on the field that holds the value. */
final class Elements {

    private Elements() {}

    /** Codes and words that may come from several elements. */
    static final class Codes {
        private final List<Coding> codings = new ArrayList<>(2);
        private @Nullable String text;
        private @Nullable String display;

        Concept concept() {
            return new Concept(codings, text == null ? display : text);
        }

        /** The codes of both; the words of these where they have any. */
        Concept conceptWith(Codes others) {
            return join(concept(), others.concept());
        }

        List<Coding> codings() {
            return codings;
        }

        boolean isEmpty() {
            return codings.isEmpty() && text == null && display == null;
        }

        /** False when no code is of a system that rules know. */
        boolean understood() {
            return codings.stream().anyMatch(coding -> coding.system() != CodeSystem.OTHER);
        }

        void addConcept(Cursor in) throws IOException {
            if (in.object()) {
                addConceptHere(in);
            }
        }

        void addConcepts(Cursor in) throws IOException {
            if (in.array()) {
                while (in.element()) {
                    addConceptHere(in);
                }
            }
        }

        void addCoding(Cursor in) throws IOException {
            if (in.object()) {
                addCodingHere(in);
            }
        }

        private void addConceptHere(Cursor in) throws IOException {
            for (String field = in.field(); field != null; field = in.field()) {
                switch (field) {
                    case "coding" -> {
                        if (in.array()) {
                            while (in.element()) {
                                addCodingHere(in);
                            }
                        }
                    }
                    case "text" -> {
                        String words = in.text();
                        text = text == null ? words : text;
                    }
                    default -> in.skip();
                }
            }
        }

        private void addCodingHere(Cursor in) throws IOException {
            String system = null;
            String code = null;
            for (String field = in.field(); field != null; field = in.field()) {
                switch (field) {
                    case "system" -> system = in.text();
                    case "code" -> code = in.text();
                    case "display" -> {
                        String words = in.text();
                        display = display == null ? words : display;
                    }
                    default -> in.skip();
                }
            }
            if (code != null) {
                codings.add(CodeSystems.coding(system, code));
            }
        }
    }

    /** The codes of both; the words of the first where it has any. */
    static Concept join(Concept first, Concept second) {
        List<Coding> both = new ArrayList<>(first.codings());
        both.addAll(second.codings());
        return new Concept(both, first.text() == null ? second.text() : first.text());
    }

    /** A code of a fixed list. */
    static <T> @Nullable T code(Cursor in, Map<String, T> known) throws IOException {
        String code = in.text();
        return code == null ? null : lookUp(in, code, known);
    }

    /** The codes of a fixed list that an array holds. */
    static <T> List<T> codes(Cursor in, Map<String, T> known) throws IOException {
        List<T> codes = new ArrayList<>(2);
        if (in.array()) {
            for (String code = in.nextText(); code != null; code = in.nextText()) {
                codes.add(lookUp(in, code, known));
            }
        }
        return codes;
    }

    /**
     * A concept that holds one code of a fixed list, in the code system {@code system} or in none; null when it holds no
     * coding at all.
     */
    static <T> @Nullable T conceptCode(Cursor in, String system, Map<String, T> known) throws IOException {
        T found = null;
        boolean foreign = false;
        if (!in.object()) {
            return null;
        }
        for (String field = in.field(); field != null; field = in.field()) {
            if (!field.equals("coding")) {
                in.skip();
            } else if (in.array()) {
                while (in.element()) {
                    T here = codingCode(in, system, known);
                    foreign |= here == null;
                    found = found == null ? here : found;
                }
            }
        }
        if (found == null && foreign) {
            throw in.refuse("refused.no-code-of", Map.of("system", system));
        }
        return found;
    }

    private static <T> @Nullable T codingCode(Cursor in, String system, Map<String, T> known) throws IOException {
        String writtenSystem = null;
        String code = null;
        for (String field = in.field(); field != null; field = in.field()) {
            switch (field) {
                case "system" -> writtenSystem = in.text();
                case "code" -> code = in.text();
                default -> in.skip();
            }
        }
        boolean meant = writtenSystem == null || writtenSystem.equals(system);
        return meant && code != null ? lookUp(in, code, known) : null;
    }

    private static <T> T lookUp(Cursor in, String code, Map<String, T> known) {
        T found = known.get(code);
        if (found == null) {
            boolean harmless = code.length() <= 40 && code.chars().allMatch(c -> c == '-' || (c >= 'a' && c <= 'z'));
            String codes = String.join(", ", known.keySet().stream().sorted().toList());
            throw harmless
                    ? in.refuse("refused.unknown-code", Map.of("code", code, "codes", codes))
                    : in.refuse("refused.words-for-code", Map.of("codes", codes));
        }
        return found;
    }

    /** The {@code reference} of a Reference; null when it has none. */
    static @Nullable String reference(Cursor in) throws IOException {
        return in.object() ? Link.readHere(in).reference() : null;
    }

    /** A Reference with its words. */
    record Link(@Nullable String reference, @Nullable String display) {
        static final Link NONE = new Link(null, null);

        static Link read(Cursor in) throws IOException {
            return in.object() ? readHere(in) : NONE;
        }

        private static Link readHere(Cursor in) throws IOException {
            String reference = null;
            String display = null;
            for (String field = in.field(); field != null; field = in.field()) {
                switch (field) {
                    case "reference" -> reference = in.text();
                    case "display" -> display = in.text();
                    default -> in.skip();
                }
            }
            return new Link(reference, display);
        }
    }

    /** A Period as far as it is written. */
    record Period(@Nullable Moment start, @Nullable Moment end) {
        static final Period NONE = new Period(null, null);

        static Period read(Cursor in) throws IOException {
            if (!in.object()) {
                return NONE;
            }
            Moment start = null;
            Moment end = null;
            for (String field = in.field(); field != null; field = in.field()) {
                switch (field) {
                    case "start" -> start = in.moment();
                    case "end" -> end = in.moment();
                    default -> in.skip();
                }
            }
            if (start != null
                    && end != null
                    && end.day().latest().isBefore(start.day().earliest())) {
                throw in.refuse("refused.ends-before-start");
            }
            return new Period(start, end);
        }

        /** Something that happened within it. */
        @Nullable
        Span within() {
            if (start == null || end == null) {
                return last() == null ? null : last().day();
            }
            return new Span(start.day().earliest(), end.day().latest());
        }

        /** Its end, else its start. */
        @Nullable
        Moment last() {
            return end == null ? start : end;
        }
    }
}
