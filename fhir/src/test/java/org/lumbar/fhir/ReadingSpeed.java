package org.lumbar.fhir;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.lumbar.core.record.PatientRecord;

/**
 * Measures how fast bundles are read, in time of one processor with all that the virtual machine does beside. Run its main
 * method; it is no test.
 */
final class ReadingSpeed {

    private static final int ROUNDS = 15;
    private static final int BUNDLES_PER_ROUND = 20_000;

    private ReadingSpeed() {}

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    public static void main(String[] args) throws IOException {
        byte[] bundle;
        try (InputStream in = ReadingSpeed.class.getResourceAsStream("/bundles/whole-record.json")) {
            bundle = in.readAllBytes();
        }
        double[] megabytesPerSecond = new double[ROUNDS];
        long entries = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = processorNanos();
            for (int i = 0; i < BUNDLES_PER_ROUND; i++) {
                PatientRecord patient = BundleReader.read(bundle);
                entries += patient.entries().size();
            }
            double seconds = (processorNanos() - start) / 1e9;
            megabytesPerSecond[round] = bundle.length / 1e6 * BUNDLES_PER_ROUND / seconds;
        }
        Arrays.sort(megabytesPerSecond);
        System.out.printf(
                "%d bytes a bundle, median %.0f MB/s, best %.0f MB/s, %d entries%n",
                bundle.length, megabytesPerSecond[ROUNDS / 2], megabytesPerSecond[ROUNDS - 1], entries);
    }
}
