package org.lumbar.benchmarks;

import java.util.concurrent.TimeUnit;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.Language;
import org.lumbar.knowledge.Knowledge;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a record in memory to a plan, on one thread. */
@State(Scope.Thread)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx1g"})
public class PlannerBenchmark {

    private Planner planner;
    private People people;
    private PlanRequest request;

    /** Loads the knowledge and the people. */
    @Setup
    public void load() {
        KnowledgeBase knowledge = Knowledge.bundled();
        planner = new Planner(knowledge);
        people = new People(knowledge);
        request = new PlanRequest(knowledge.reviewed(), Standard.COMPREHENSIVE, null, Language.EN);
    }

    /** The full plan with every reason. */
    @Benchmark
    public TreatmentPlan plan() {
        return planner.plan(people.next(), request);
    }

    /** Statuses and questions only. */
    @Benchmark
    public Planner.Brief brief() {
        return planner.brief(people.next(), request);
    }
}
