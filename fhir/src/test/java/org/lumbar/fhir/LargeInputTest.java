package org.lumbar.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lumbar.core.record.UnusableRecord;

class LargeInputTest {

    private static final int MEGABYTE = 1_000_000;

    /** A bundle that is as long as wanted, made while it is read: claims that nobody needs, and the patient at its end. */
    static final class GeneratedBundle extends InputStream {
        private static final byte[] HEAD = BundleFixtures.json("{'resourceType':'Bundle','type':'searchset','entry':[");
        private static final byte[] CLAIM = BundleFixtures.json(
                "{'fullUrl':'urn:uuid:0','resource':{'resourceType':'Claim','status':'active','item':["
                        + "{'sequence':1,'net':{'value':12.5},'text':'" + "x".repeat(900) + "'}]}},");
        private static final byte[] TAIL = BundleFixtures.json("{'resource':" + BundleFixtures.PATIENT + "}]}");

        private final long claims;
        private long part = -1;
        private byte[] current = HEAD;
        private int at;

        GeneratedBundle(long bytes) {
            this.claims = bytes / CLAIM.length;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (at == current.length) {
                part++;
                if (part > claims) {
                    return -1;
                }
                current = part == claims ? TAIL : CLAIM;
                at = 0;
            }
            int count = Math.min(most, current.length - at);
            System.arraycopy(current, at, into, from, count);
            at += count;
            return count;
        }
    }

    /** Runs in a virtual machine of its own, with little memory. */
    static final class ReadsItAll {
        private ReadsItAll() {}

        public static void main(String[] arguments) throws IOException {
            long bytes = Long.parseLong(arguments[0]);
            System.out.println(BundleReader.read(new GeneratedBundle(bytes)).id());
        }
    }

    @Test
    void isReadInLittleMemory() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(List.of(
                        java,
                        "-Xmx16m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadsItAll.class.getName(),
                        Integer.toString(100 * MEGABYTE)))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output).isEqualToIgnoringNewLines("p");
    }

    @Test
    void isRefusedBeyondTheLimit() {
        assertThatThrownBy(() -> BundleReader.read(new GeneratedBundle(Json.MAX_BYTES + MEGABYTE)))
                .isInstanceOf(UnusableRecord.class)
                .hasMessage("the bundle is longer than 200 MB; send only this patient's resources");
    }

    @Test
    void isRefusedBeyondTheLimitInMemory() {
        byte[] tooLong = new byte[Math.toIntExact(Json.MAX_BYTES) + 1];
        assertThatThrownBy(() -> BundleReader.read(tooLong))
                .hasMessage("the bundle is longer than 200 MB; send only this patient's resources");
    }
}
