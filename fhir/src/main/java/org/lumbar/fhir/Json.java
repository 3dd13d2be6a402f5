package org.lumbar.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;

/** JSON as this edge reads and writes it: strict, and within limits that no honest record reaches. */
final class Json {

    /** A person's whole hospital record stays well below; more is an export of many people or a mistake. */
    static final long MAX_BYTES = 200_000_000;

    /** Resources nest about thirty levels; a questionnaire rarely more than ten. */
    static final int MAX_DEPTH = 200;

    /** Characters of one string that is kept: an attached document may be long, a code or a name is not. */
    static final int MAX_STRING = 20_000_000;

    /** FHIR decimals have up to 18 digits. */
    static final int MAX_NUMBER = 100;

    static final int MAX_NAME = 1_000;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MAX_BYTES)
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .maxNumberLength(MAX_NUMBER)
                    .maxNameLength(MAX_NAME)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private Json() {}

    /** Indents alike on every system. */
    static PrettyPrinter prettyPrinter() {
        return new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }
}
