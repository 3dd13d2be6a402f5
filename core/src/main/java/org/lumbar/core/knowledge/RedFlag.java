package org.lumbar.core.knowledge;

import java.io.Serializable;
import org.lumbar.core.text.LocalizedText;

/** A finding that stops or redirects treatment. The finding itself has the same id. */
public record RedFlag(
        String id,
        Urgency urgency,
        LocalizedText suspected,
        LocalizedText action,
        Sources sources,
        boolean duringTreatment)
        implements Serializable {}
