package org.lumbar.benchmarks;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private int next;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);

    /** Loads the knowledge and {@code examples/clinic.ndjson}; says how large its lines are. */
    @Setup
    public void load() throws IOException {
        KnowledgeBase knowledge = Knowledge.bundled();
        planner = new Planner(knowledge);
        request = new PlanRequest(knowledge.reviewed().plusDays(2), Standard.COMPREHENSIVE, null, Language.EN);
        bundles = Files.readAllLines(Path.of("examples/clinic.ndjson")).stream()
                .filter(line -> !line.isBlank())
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
        long bytes = bundles.stream().mapToLong(bundle -> bundle.length).sum();
        System.out.println(bundles.size() + " bundles of " + bytes / bundles.size() + " bytes on average");
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
