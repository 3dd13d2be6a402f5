package org.lumbar.fhir;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lumbar.core.record.Entry.Bound;
import org.lumbar.core.record.Entry.Value;

/** Reads the {@code value[x]} of observations and answers. */
final class Values {

    private static final Map<String, Bound> COMPARATORS =
            Map.of("<", Bound.BELOW, "<=", Bound.AT_MOST, ">=", Bound.AT_LEAST, ">", Bound.ABOVE);

    private static final Map<String, Bound> WRITTEN_COMPARATORS = Map.of(
            "<",
            Bound.BELOW,
            "<=",
            Bound.AT_MOST,
            "≤",
            Bound.AT_MOST,
            ">=",
            Bound.AT_LEAST,
            "≥",
            Bound.AT_LEAST,
            ">",
            Bound.ABOVE);

    /** A number as laboratories write it into a text. */
    private static final Pattern NUMBER = Pattern.compile("(<=|>=|[<>≤≥])?\\s*(-?\\d{1,15}(?:[.,]\\d{1,15})?)");

    /** One comma before three digits may part thousands or decimals. */
    private static final Pattern AMBIGUOUS = Pattern.compile("-?[1-9]\\d{0,2},\\d{3}");

    private static final String UCUM = "http://unitsofmeasure.org";

    private Values() {}

    /** The value in the field of this name; null when it holds none. Fields of other names are skipped. */
    static @Nullable Value read(Cursor in, String field) throws IOException {
        return switch (field) {
            case "valueQuantity" -> quantity(in);
            case "valueInteger", "valueDecimal" -> number(in);
            case "valueBoolean" -> {
                Boolean yes = in.yesNo();
                yield yes == null ? null : new Value.YesNo(yes);
            }
            case "valueString" -> {
                String text = in.text();
                yield text == null ? null : written(text);
            }
            case "valueCodeableConcept" -> {
                Elements.Codes codes = new Elements.Codes();
                codes.addConcept(in);
                yield coded(codes);
            }
            case "valueCoding" -> {
                Elements.Codes codes = new Elements.Codes();
                codes.addCoding(in);
                yield coded(codes);
            }
            default -> {
                in.skip();
                yield null;
            }
        };
    }

    private static @Nullable Value number(Cursor in) throws IOException {
        Double number = in.number();
        return number == null ? null : new Value.Quantity(number, Bound.EXACT, null);
    }

    private static @Nullable Value coded(Elements.Codes codes) {
        if (codes.isEmpty()) {
            return null;
        }
        String text = codes.concept().text();
        return codes.codings().isEmpty() && text != null ? written(text) : new Value.Coded(codes.codings());
    }

    private static Value written(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches() || AMBIGUOUS.matcher(matcher.group(2)).matches()) {
            return new Value.Text(text);
        }
        Bound bound = matcher.group(1) == null ? Bound.EXACT : WRITTEN_COMPARATORS.get(matcher.group(1));
        return new Value.Quantity(Double.parseDouble(matcher.group(2).replace(',', '.')), bound, null);
    }

    private static @Nullable Value quantity(Cursor in) throws IOException {
        Quantity quantity = Quantity.read(in);
        return quantity.number() == null
                ? null
                : new Value.Quantity(quantity.number(), quantity.bound(), quantity.unitOrCode());
    }

    /** A Quantity of any profile. */
    record Quantity(
            @Nullable Double number, Bound bound, @Nullable String unitOrCode) {

        static Quantity read(Cursor in) throws IOException {
            Double number = null;
            Bound bound = null;
            String unit = null;
            String code = null;
            String system = null;
            if (in.object()) {
                for (String field = in.field(); field != null; field = in.field()) {
                    switch (field) {
                        case "value" -> number = in.number();
                        case "comparator" -> bound = Elements.code(in, COMPARATORS);
                        case "unit" -> unit = in.text();
                        case "code" -> code = in.text();
                        case "system" -> system = in.text();
                        default -> in.skip();
                    }
                }
            }
            // Only a UCUM code is a unit that rules can know; other systems number their units.
            boolean ucum = system == null || system.equals(UCUM);
            String written = code != null && (ucum || unit == null) ? code : unit;
            return new Quantity(number, bound == null ? Bound.EXACT : bound, written);
        }
    }
}
