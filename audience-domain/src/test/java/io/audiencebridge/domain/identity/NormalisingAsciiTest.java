// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The fast way of normalising plain ASCII beside the one that takes everything. */
class NormalisingAsciiTest {
    private static final String[] PIECES = {
        "@",
        "@",
        "a",
        "Z",
        "ann.other",
        "EXAMPLE",
        ".com",
        " ",
        "\t",
        "\u001c",
        "\u007f",
        "\0",
        "+",
        "+4930",
        "1234567",
        "0",
        "(",
        ")",
        "-",
        "/",
        ".",
        "ü",
        "\u00a0",
        "\u2003",
        "İ",
        "[",
        "`",
        "{",
        "\r\n"
    };
    private static final int VALUES = 30_000;

    @ParameterizedTest
    @EnumSource(KeyContent.class)
    void both_ways_normalise_alike(KeyContent content) {
        SplittableRandom random = new SplittableRandom(content.name().hashCode());
        AsciiNormaliser fast = AsciiNormaliser.of(content);
        KeyNormaliser sure = KeyNormaliser.of(content);
        byte[] into = new byte[400];
        int valid = 0;
        for (int i = 0; i < VALUES; i++) {
            byte[] text = ("<" + value(random) + ">").getBytes(StandardCharsets.UTF_8);

            int length = fast.normalise(text, 1, text.length - 1, into);

            byte[] expected = sure.normalise(text, 1, text.length - 1);
            if (Utf8.isAscii(text, 0, text.length)) {
                assertThat(length).isNotEqualTo(AsciiNormaliser.UNDECIDED);
                assertThat(new String(into, 0, Math.max(0, length), StandardCharsets.US_ASCII))
                        .isEqualTo(new String(expected, StandardCharsets.US_ASCII));
                valid += length > 0 ? 1 : 0;
            } else {
                assertThat(length).isIn(AsciiNormaliser.UNDECIDED, AsciiNormaliser.INVALID);
                assertThat(length == AsciiNormaliser.INVALID && expected.length > 0)
                        .isFalse();
            }
        }
        assertThat(valid).isGreaterThan(VALUES / 3000);
    }

    @Test
    void every_byte_but_a_digit_at_every_place_makes_no_visitor_id() {
        VisitorKeys keys = new VisitorKeys();
        byte[] out = new byte[KeyTranslator.LONGEST];
        for (int place = 0; place < Ecid.DIGITS; place++) {
            for (int one = 0; one < 256; one++) {
                byte[] text = "90817263544536271809908172635445362718".getBytes(StandardCharsets.US_ASCII);
                text[place] = (byte) one;

                assertThat(keys.translate(text, 0, text.length, out) == Ecid.DIGITS)
                        .isEqualTo(one >= '0' && one <= '9');
            }
        }
    }

    private static String value(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(7); i >= 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
