package org.lumbar.documents;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.text.Language;

/**
 * A signed plan for the person whom it is for: what, why, how, when to stop and when to get help, in the language of the
 * person and without the reasoning of clinicians.
 *
 * @param patient name
 * @param line who signed it and when
 * @param help when and where to get help
 */
public record PatientSheet(
        Language language, LocalDate date, String patient, String line, List<Treatment> treatments, List<String> help) {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, PatientSheet.class.getPackageName());

    public PatientSheet {
        treatments = List.copyOf(treatments);
        help = List.copyOf(help);
    }

    /**
     * One thing to do.
     *
     * @param about what it is and what it can do
     * @param how dose or course; may be empty
     */
    public record Treatment(String name, String about, String how, List<String> advice, List<String> stop) {
        public Treatment {
            advice = List.copyOf(advice);
            stop = List.copyOf(stop);
        }
    }

    /**
     * A rule for stopping that holds for several treatments.
     *
     * @param names of the treatments
     */
    public record SharedStop(String rule, List<String> names) {
        public SharedStop {
            names = List.copyOf(names);
        }
    }

    /** The rules for stopping that hold for several treatments, each once. */
    public List<SharedStop> sharedStops() {
        return stops().entrySet().stream()
                .filter(stop -> stop.getValue().size() > 1)
                .map(stop -> new SharedStop(stop.getKey(), stop.getValue()))
                .toList();
    }

    /** The rules for stopping that hold for this treatment alone. */
    public List<String> ownStops(Treatment one) {
        Map<String, List<String>> stops = stops();
        return one.stop().stream()
                .filter(rule -> stops.getOrDefault(rule, List.of()).size() == 1)
                .toList();
    }

    /** Names of the treatments by rule, both in the order of the sheet. */
    private Map<String, List<String>> stops() {
        return treatments.stream()
                .flatMap(one -> one.stop().stream().distinct().map(rule -> Map.entry(rule, one.name())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /**
     * Writes it as PDF/UA on A4; the same sheet gives the same bytes.
     *
     * @param knowledge for the words
     * @param large letters of 18 points
     */
    public void write(KnowledgeBase knowledge, boolean large, OutputStream out) throws IOException {
        Words words = new Words(knowledge, language);
        StringOutput html = new StringOutput();
        TEMPLATES.render("patient.jte", new Shown(this, words, large), html);
        Pdf.write(html.toString(), date, out);
    }

    /** The sheet with the words around it. */
    record Shown(PatientSheet sheet, Words words, boolean large) {

        String say(String key) {
            return words.say(key);
        }

        String title() {
            return words.fill("sheet.title", "patient", sheet.patient());
        }

        String lang() {
            return sheet.language().code();
        }
    }
}
