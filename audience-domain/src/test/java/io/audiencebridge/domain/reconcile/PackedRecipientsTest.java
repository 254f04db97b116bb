// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Recipients' keys packed beforehand into 16 bytes, big-endian. */
class PackedRecipientsTest {
    private static final ReconciliationKey VISITOR = new ReconciliationKey.Visitor();
    private static final String KEY = "0000000000000000258" + "0000000000000004711";

    private final AtomicInteger back = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void a_key_is_its_two_halves_and_the_row_keeps_its_recipient_and_opt_out() {
        TextKeys packed = packed(
                rows -> rows.recipient(5, 6).key(bytes(KEY), 0, 38, (byte) (TextKeys.OPTED_OUT | TextKeys.LEAVING)));

        assertThat(HexFormat.of().formatHex(packed.text(), packed.start(0), packed.end(0)))
                .isEqualTo("0000000000000102" + "0000000000001267");
        assertThat(packed.recipientHigh(0)).isEqualTo(5);
        assertThat(packed.recipientLow(0)).isEqualTo(6);
        assertThat(packed.has(0, TextKeys.OPTED_OUT)).isTrue();
        assertThat(packed.has(0, TextKeys.KEYLESS)).isFalse();
        assertThat(packed.has(0, TextKeys.LEAVING)).isFalse();
    }

    @Test
    void a_recipient_with_an_invalid_key_or_none_is_still_there_without_a_key() {
        TextKeys packed = packed(rows -> {
            rows.recipient(0, 1).key(bytes(KEY), 0, 37, (byte) 0);
            rows.recipient(0, 2).keyless(TextKeys.OPTED_OUT);
        });

        assertThat(packed.size()).isEqualTo(2);
        assertThat(packed.has(0, TextKeys.KEYLESS)).isTrue();
        assertThat(packed.has(0, TextKeys.OPTED_OUT)).isFalse();
        assertThat(packed.has(1, TextKeys.KEYLESS)).isTrue();
        assertThat(packed.has(1, TextKeys.OPTED_OUT)).isTrue();
        assertThat(packed.recipientLow(1)).isEqualTo(2);
    }

    @Test
    void a_batch_is_given_back_once_it_is_packed_and_the_source_is_closed_with_it() {
        packed(rows -> rows.keyless((byte) 0));

        assertThat(back).hasValue(1);
        assertThat(closed).hasValue(1);
    }

    @Test
    void what_was_packed_is_read_as_it_is_and_nothing_of_another_length_is() {
        RawPacker packer = new RawPacker();
        byte[] text = new byte[20];
        byte[] key = new byte[RawPacker.BYTES];
        RawPacker.write(0x1122_3344_5566_7788L, -2, key);
        System.arraycopy(key, 0, text, 3, key.length);

        assertThat(packer.pack(text, 3, 19)).isTrue();
        assertThat(packer.high()).isEqualTo(0x1122_3344_5566_7788L);
        assertThat(packer.low()).isEqualTo(-2);
        assertThat(packer.pack(text, 3, 18)).isFalse();
        assertThat(packer.pack(text, 3, 20)).isFalse();
        assertThat(packer.pack(text, 3, 3)).isFalse();
    }

    private TextKeys packed(java.util.function.Consumer<TextKeysBuilder> rows) {
        var builder = new TextKeysBuilder();
        rows.accept(builder);
        TextKeys batch = builder.build();
        TextKeys given = TextKeys.over(
                batch.size(),
                longs(batch, true),
                longs(batch, false),
                offsets(batch),
                batch.text(),
                marks(batch),
                read -> back.incrementAndGet());
        try (KeySource source = new PackingSource(new Once(given), VISITOR, false)) {
            TextKeys packed = source.next().get().get();
            assertThat(source.next().get().isEmpty()).isTrue();
            return packed;
        }
    }

    private static long[] longs(TextKeys batch, boolean high) {
        long[] longs = new long[batch.size()];
        Arrays.setAll(longs, row -> high ? batch.recipientHigh(row) : batch.recipientLow(row));
        return longs;
    }

    private static int[] offsets(TextKeys batch) {
        int[] offsets = new int[batch.size() + 1];
        for (int row = 0; row < batch.size(); row++) {
            offsets[row + 1] = batch.end(row);
        }
        return offsets;
    }

    private static byte[] marks(TextKeys batch) {
        byte[] marks = new byte[batch.size()];
        for (int row = 0; row < batch.size(); row++) {
            for (byte mark : new byte[] {TextKeys.KEYLESS, TextKeys.OPTED_OUT, TextKeys.LEAVING}) {
                marks[row] |= batch.has(row, mark) ? mark : 0;
            }
        }
        return marks;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private final class Once implements KeySource {
        private Option<TextKeys> batch;

        private Once(TextKeys batch) {
            this.batch = Option.of(batch);
        }

        @Override
        public Either<BridgeError, Option<TextKeys>> next() {
            Option<TextKeys> next = batch;
            batch = Option.none();
            return Either.right(next);
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
