package org.lumbar.benchmarks;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lumbar.core.knowledge.KnowledgeBase;
import org.lumbar.core.knowledge.Standard;
import org.lumbar.core.plan.PlanRequest;
import org.lumbar.core.plan.Planner;
import org.lumbar.core.record.PatientRecord;
import org.lumbar.core.text.Language;
import org.lumbar.documents.BriefJson;
import org.lumbar.documents.PlanJson;
import org.lumbar.fhir.BundleReader;
import org.lumbar.fhir.NdjsonReader;
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

/** From the bytes of a bundle to the bytes of an answer, on one thread, over the example patients in rotation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx1g"})
public class PipelineBenchmark {

    private Planner planner;
    private PlanRequest request;
    private List<byte[]> bundles;
    private NdjsonReader lines;
    private int next;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);

    /** Loads the knowledge and {@code examples/clinic.ndjson}; says how large its lines are. */
    @Setup
    public void load() throws IOException {
        KnowledgeBase knowledge = Knowledge.bundled();
        planner = new Planner(knowledge);
        request = new PlanRequest(knowledge.reviewed().plusDays(2), Standard.COMPREHENSIVE, null, Language.EN);
        bundles = Bundles.examples();
        List<byte[]> tenKilobytes = Bundles.ofTenKilobytes();
        lines = new NdjsonReader(new Bundles.Endless(tenKilobytes));
        System.out.println(sizes("as they are", bundles) + ", " + sizes("made to 10 kB", tenKilobytes));
    }

    private static String sizes(String which, List<byte[]> bundles) {
        IntSummaryStatistics bytes =
                bundles.stream().mapToInt(bundle -> bundle.length).summaryStatistics();
        return "%d bundles %s of %d to %d bytes, %.0f on average"
                .formatted(bytes.getCount(), which, bytes.getMin(), bytes.getMax(), bytes.getAverage());
    }

    private byte[] nextBundle() {
        next = (next + 1) % bundles.size();
        return bundles.get(next);
    }

    /** Reading alone. */
    @Benchmark
    public PatientRecord read() {
        return BundleReader.read(nextBundle());
    }

    /** A patient to one brief line. */
    @Benchmark
    public int brief() throws IOException {
        out.reset();
        BriefJson.write(planner.brief(BundleReader.read(nextBundle()), request), out);
        return out.size();
    }

    /** The same from a stream of lines of 10 kB. */
    @Benchmark
    public int line() throws IOException {
        out.reset();
        if (!(NdjsonReader.read(lines.next()) instanceof NdjsonReader.Outcome.Read read)) {
            throw new IllegalStateException("A bundle was refused");
        }
        BriefJson.write(planner.brief(read.patient(), request), out);
        return out.size();
    }

    /** A patient to the whole plan as one JSON line. */
    @Benchmark
    public int json() throws IOException {
        out.reset();
        try (JsonGenerator json = BriefJson.generator(out)) {
            PlanJson.write(planner.plan(BundleReader.read(nextBundle()), request), planner.knowledge(), json);
        }
        return out.size();
    }
}
