package org.lumbar.cli;

import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.plan.Planner;
import org.lumbar.knowledge.Knowledge;

/** The knowledge that the program was built with, read and compiled when it is first needed. */
final class BuiltIn {

    private static final KnowledgeBase KNOWLEDGE = Knowledge.bundled();

    private BuiltIn() {}

    private static final class Compiled {
        private static final Planner PLANNER = new Planner(KNOWLEDGE);
    }

    static KnowledgeBase knowledge() {
        return KNOWLEDGE;
    }

    static Planner planner() {
        return Compiled.PLANNER;
    }

    /** Begins to read and compile it beside the caller, who then waits less or not at all. */
    static void prepare() {
        Thread.ofPlatform().daemon().name("knowledge").start(BuiltIn::planner);
    }
}
