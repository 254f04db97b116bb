// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Eight digits at a step must say what one digit at a step says. */
class PackingKeysTest {
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final String VISITOR = "12345678901234567890123456789012345678";

    @Test
    void any_byte_in_any_place_of_a_hash_is_valid_only_if_it_is_a_lower_case_hexadecimal_digit() {
        everyByteInEveryPlace(new HexPacker(), HASH, "0123456789abcdef");
    }

    @Test
    void any_byte_in_any_place_of_a_visitor_id_is_valid_only_if_it_is_a_digit() {
        everyByteInEveryPlace(new VisitorPacker(), VISITOR, "0123456789");
    }

    @Test
    void a_hash_is_its_first_128_bits() {
        SplittableRandom random = new SplittableRandom(5);
        HexPacker packer = new HexPacker();
        for (int i = 0; i < 2000; i++) {
            String hash = "%016x%016x%016x%016x"
                    .formatted(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
            byte[] text = ("x" + hash + "y").getBytes(StandardCharsets.US_ASCII);

            assertThat(packer.pack(text, 1, 65)).isTrue();

            assertThat(packer.high()).isEqualTo(Long.parseUnsignedLong(hash.substring(0, 16), 16));
            assertThat(packer.low()).isEqualTo(Long.parseUnsignedLong(hash.substring(16, 32), 16));
        }
    }

    @Test
    void a_visitor_id_is_two_numbers_of_nineteen_digits() {
        SplittableRandom random = new SplittableRandom(6);
        VisitorPacker packer = new VisitorPacker();
        for (int i = 0; i < 2000; i++) {
            String high = "%019d".formatted(random.nextLong(Long.MAX_VALUE));
            String low = i == 0 ? "9".repeat(19) : "%019d".formatted(random.nextLong(Long.MAX_VALUE));
            byte[] text = ("\t" + high + low).getBytes(StandardCharsets.US_ASCII);

            assertThat(packer.pack(text, 1, 39)).isTrue();

            assertThat(packer.high()).isEqualTo(new BigInteger(high).longValue());
            assertThat(packer.low()).isEqualTo(new BigInteger(low).longValue());
        }
    }

    private static void everyByteInEveryPlace(KeyPacker packer, String key, String digits) {
        for (int place = 0; place < key.length(); place++) {
            for (int value = 0; value < 256; value++) {
                byte[] text = key.getBytes(StandardCharsets.US_ASCII);
                text[place] = (byte) value;

                assertThat(packer.pack(text, 0, text.length))
                        .as("byte %s in place %s", value, place)
                        .isEqualTo(value < 128 && digits.indexOf(value) >= 0);
            }
        }
    }
}
