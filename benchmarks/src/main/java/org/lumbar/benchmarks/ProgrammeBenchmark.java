package org.lumbar.benchmarks;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.lumbar.core.exercise.Programme;
import org.lumbar.core.exercise.ProgrammePlanner;
import org.lumbar.core.exercise.ProgrammeRequest;
import org.lumbar.core.exercise.ProgrammeRequest.Times;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.ProgrammeTemplate.Setting;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.plan.TreatmentPlan;
import org.lumbar.core.text.Language;
import org.lumbar.knowledge.Cases;
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

/** From a plan in memory to an exercise programme of four weeks, on one thread, for the people of the worked cases in rotation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx1g"})
public class ProgrammeBenchmark {

    private static final int WEEKS = 4;

    private final List<TreatmentPlan> plans = new ArrayList<>();
    private ProgrammePlanner programmes;
    private ProgrammeRequest home;
    private ProgrammeRequest sanatorium;
    private int next;

    /** Loads the knowledge and plans for everybody. */
    @Setup
    public void load() {
        KnowledgeBase knowledge = Knowledge.bundled();
        Planner planner = new Planner(knowledge);
        PlanRequest request = new PlanRequest(knowledge.reviewed(), Standard.COMPREHENSIVE, null, Language.EN);
        People people = new People(knowledge);
        for (int i = Cases.bundled().people().size(); i > 0; i--) {
            plans.add(planner.plan(people.next(), request));
        }
        programmes = new ProgrammePlanner(knowledge);
        home = request(knowledge, Setting.HOME);
        sanatorium = request(knowledge, Setting.SANATORIUM);
    }

    private static ProgrammeRequest request(KnowledgeBase knowledge, Setting setting) {
        Times times = new Times(LocalTime.of(7, 0), LocalTime.of(7, 30), LocalTime.of(12, 0), LocalTime.of(19, 0));
        return new ProgrammeRequest(
                knowledge.reviewed(),
                WEEKS,
                setting,
                null,
                Map.of(),
                null,
                times,
                Set.of(),
                Set.of(),
                0,
                null,
                false,
                false);
    }

    private TreatmentPlan plan() {
        next = (next + 1) % plans.size();
        return plans.get(next);
    }

    /** A small home programme. */
    @Benchmark
    public Programme home() {
        return programmes.first(plan(), home);
    }

    /** Full sessions through the day. */
    @Benchmark
    public Programme sanatorium() {
        return programmes.first(plan(), sanatorium);
    }
}
