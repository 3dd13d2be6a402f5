package org.lumbar.benchmarks;

import java.util.concurrent.TimeUnit;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.plan.Planner;
import org.lumbar.knowledge.Knowledge;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Loading the knowledge base into a new process: one shot in each of several fresh virtual machines. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
public class KnowledgeBenchmark {

    /** Reads and checks the packed content. */
    @Benchmark
    public KnowledgeBase load() {
        return Knowledge.bundled();
    }

    /** Reads, checks and compiles it. */
    @Benchmark
    public Planner loadAndCompile() {
        return new Planner(Knowledge.bundled());
    }
}
