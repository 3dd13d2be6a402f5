package org.lumbar.cli;

import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.knowledge.Knowledge;

/** The knowledge that the program was built with, read when it is first needed. */
final class BuiltIn {

    private static final KnowledgeBase KNOWLEDGE = Knowledge.bundled();

    private BuiltIn() {}

    static KnowledgeBase knowledge() {
        return KNOWLEDGE;
    }
}
