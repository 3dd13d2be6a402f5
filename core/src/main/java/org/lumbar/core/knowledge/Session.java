package org.lumbar.core.knowledge;

import java.io.Serializable;
import org.lumbar.core.text.LocalizedText;

/** The order of a session, step by step. */
public sealed interface Session extends Serializable permits ExerciseSession, MassageSession {

    String id();

    /** The item that it carries out. */
    String item();

    LocalizedText name();

    LocalizedText about();

    Sources sources();
}
