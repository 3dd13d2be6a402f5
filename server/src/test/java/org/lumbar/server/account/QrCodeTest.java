package org.lumbar.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final int SCALE = 4;
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");

    /** Draws the path as a browser would, and reads the picture as a phone would. */
    @Test
    void isReadAsWhatWasWritten() throws Exception {
        String text = "otpauth://totp/Lumbar:dr.hart?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Lumbar";
        QrCode code = new QrCode(text);
        int side = code.size() * SCALE;
        byte[] picture = new byte[side * side];
        Arrays.fill(picture, (byte) 255);
        Matcher runs = RUN.matcher(code.path());
        while (runs.find()) {
            int from = Integer.parseInt(runs.group(1)) * SCALE;
            int top = Integer.parseInt(runs.group(2)) * SCALE;
            int width = Integer.parseInt(runs.group(3)) * SCALE;
            for (int y = top; y < top + SCALE; y++) {
                Arrays.fill(picture, y * side + from, y * side + from + width, (byte) 0);
            }
        }
        LuminanceSource source = new LuminanceSource(side, side) {
            @Override
            public byte[] getRow(int y, byte[] row) {
                return Arrays.copyOfRange(picture, y * side, (y + 1) * side);
            }

            @Override
            public byte[] getMatrix() {
                return picture;
            }
        };
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new GlobalHistogramBinarizer(source)))
                        .getText())
                .isEqualTo(text);
    }
}
