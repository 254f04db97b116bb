// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.control.Either;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sink does that packs what it is given, and a source that unpacks it. */
@ContractOf({ByteSink.class, ByteSource.class})
abstract class StreamContract {
    static final int PIECE = 8191;
    static final String NAME = "folder/file";

    abstract ByteSink packing(ByteSink target);

    abstract ByteSource unpacking(ByteSource source);

    @Rule("R51.1")
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 190, 191, 192, 1000, 8382, 8383, 65_535, 65_536, 65_537, 131_072, 262_143, 3_000_000})
    void what_was_packed_comes_back(int size) {
        byte[] rows = Content.rows(size);
        byte[] noise = Content.noise(size);

        assertThat(unpacked(packed(rows, PIECE)).get()).isEqualTo(rows);
        assertThat(unpacked(packed(noise, PIECE)).get()).isEqualTo(noise);
    }

    @Rule("R51.2")
    @ParameterizedTest
    @ValueSource(ints = {1, 13, 65_521, 500_000})
    void how_the_content_is_handed_in_makes_no_difference(int piece) {
        byte[] rows = Content.rows(400_000);

        assertThat(unpacked(packed(rows, piece)).get()).isEqualTo(rows);
    }

    @Rule("R51.3")
    @ParameterizedTest
    @ValueSource(ints = {1, 13, 65_521, 500_000})
    void how_the_content_is_read_makes_no_difference(int piece) {
        byte[] noise = Content.noise(400_000);
        ByteSource source = unpacking(MemorySource.of(packed(noise, PIECE)));

        assertThat(MemorySource.drained(source, piece).get()).isEqualTo(noise);
    }

    @Rule("R51.4")
    @Test
    void a_zero_length_is_no_end() {
        ByteSource source = unpacking(MemorySource.of(packed(Content.rows(10_000), PIECE)));

        int none = source.read(new byte[4], 2, 0).get();

        assertThat(none).isZero();
        assertThat(MemorySource.drained(source, PIECE).get()).isEqualTo(Content.rows(10_000));
    }

    @Rule("R51.5")
    @Test
    void finishing_finishes_the_target_once() {
        MemorySink target = MemorySink.ample();
        ByteSink sink = packing(target);
        sink.write(new byte[100], 0, 100).get();

        var stored = sink.finish().get();
        sink.abort();

        assertThat(stored.size()).isEqualTo(target.bytes().length);
        assertThat(target.finished()).isEqualTo(1);
        assertThat(target.aborted()).isZero();
        assertThat(sink.finish().isLeft()).isTrue();
    }

    @Rule("R51.6")
    @Test
    void giving_up_gives_the_target_up() {
        MemorySink target = MemorySink.ample();
        ByteSink sink = packing(target);
        sink.write(Content.noise(3_000_000), 0, 3_000_000).get();

        sink.abort();

        assertThat(target.finished()).isZero();
        assertThat(target.aborted()).isEqualTo(1);
    }

    @Rule("R51.7")
    @ParameterizedTest
    @ValueSource(ints = {0, 5, 12, 1000, 1_000_000})
    void a_target_that_refuses_is_never_finished(int room) {
        MemorySink target = MemorySink.of(room);
        ByteSink sink = packing(target);
        byte[] noise = Content.noise(4_000_000);

        Either<BridgeError, Integer> written = sink.write(noise, 0, noise.length);
        var stored = sink.finish();

        assertThat(stored.getLeft().message()).isEqualTo("The sink is full");
        assertThat(written.isRight() || written.getLeft().message().equals("The sink is full"))
                .isTrue();
        assertThat(target.finished()).isZero();
        assertThat(target.aborted()).isEqualTo(1);
    }

    @Rule("R51.8")
    @Test
    void what_the_source_cannot_give_is_answered_as_it_is() {
        byte[] whole = packed(Content.noise(200_000), PIECE);
        BridgeError lost = BridgeError.LocalFailure.of("The line was lost");

        for (int length : new int[] {0, 1, 300, 100_000, whole.length}) {
            ByteSource broken = new Broken(MemorySource.of(Arrays.copyOf(whole, length)), lost);

            assertThat(MemorySource.drained(unpacking(broken), PIECE).getLeft())
                    .as("after %d bytes", length)
                    .isSameAs(lost);
        }
    }

    @Rule("R51.9")
    @Test
    void a_file_cut_anywhere_is_a_breach() {
        byte[] small = packed(Content.rows(60), PIECE);

        IntStream.range(0, small.length)
                .forEach(length -> assertBreach(Arrays.copyOf(small, length), "the first " + length + " bytes"));
    }

    @Rule("R51.10")
    @Test
    void a_long_file_cut_near_its_end_is_a_breach() {
        byte[] large = packed(Content.rows(400_000), PIECE);

        IntStream.range(large.length - 200, large.length)
                .forEach(length -> assertBreach(Arrays.copyOf(large, length), "the first " + length + " bytes"));
    }

    @Rule("R51.11")
    @Test
    void a_changed_bit_gives_no_other_content() {
        byte[] rows = Content.rows(60);
        byte[] whole = packed(rows, PIECE);

        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            Either<BridgeError, byte[]> outcome = unpacked(changed);

            assertThat(outcome.isLeft() || Arrays.equals(outcome.get(), rows))
                    .as("bit %d", bit)
                    .isTrue();
        }
    }

    @Rule("R51.12")
    @Test
    void other_bytes_behind_a_file_are_a_breach() {
        byte[] small = packed(Content.rows(60), PIECE);
        byte[] longer = Arrays.copyOf(small, small.length + 9);
        Arrays.fill(longer, small.length, longer.length, (byte) 'x');

        assertBreach(longer, "with 9 letters behind it");
        assertBreach(Content.rows(1000), "never packed");
        assertBreach(new byte[0], "empty");
    }

    @Rule("R51.13")
    @Test
    void what_is_wrong_once_stays_wrong_and_names_the_file() {
        byte[] small = packed(Content.rows(6000), PIECE);
        ByteSource source = unpacking(MemorySource.of(Arrays.copyOf(small, small.length - 1)));
        byte[] room = new byte[10_000];
        Either<BridgeError, Integer> first = source.read(room, 0, room.length);
        while (first.isRight()) {
            first = source.read(room, 0, room.length);
        }

        Either<BridgeError, Integer> again = source.read(room, 0, room.length);

        assertThat(again.getLeft().message())
                .isEqualTo(first.getLeft().message())
                .contains(NAME);
    }

    @Rule("R51.14")
    @Test
    void closing_closes_the_source_at_any_time() {
        MemorySource bytes = MemorySource.of(packed(Content.rows(100_000), PIECE));
        ByteSource source = unpacking(bytes);
        source.read(new byte[10], 0, 10).get();

        source.close();
        source.close();

        assertThat(bytes.isClosed()).isTrue();
        assertThat(source.read(new byte[10], 0, 10).isLeft()).isTrue();
    }

    @Rule("R51.15")
    @Test
    void several_threads_have_a_stream_each() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Boolean>> trips = IntStream.range(0, 12)
                .<Callable<Boolean>>mapToObj(number -> () -> {
                    byte[] rows = Content.rows(700_000 + number);
                    return Arrays.equals(unpacked(packed(rows, PIECE)).get(), rows);
                })
                .toList();

        for (Future<Boolean> same : threads.invokeAll(trips)) {
            assertThat(same.get()).isTrue();
        }
        threads.shutdownNow();
    }

    final void assertBreach(byte[] file, String what) {
        Either<BridgeError, byte[]> outcome = unpacked(file);

        assertThat(outcome.isLeft()).as(what).isTrue();
        assertThat(outcome.getLeft()).as(what).isInstanceOf(BridgeError.ProtocolBreach.class);
    }

    final byte[] packed(byte[] content, int piece) {
        MemorySink target = MemorySink.ample();
        ByteSink sink = packing(target);
        for (int from = 0; from < content.length; from += piece) {
            sink.write(content, from, Math.min(piece, content.length - from)).get();
        }
        sink.finish().get();
        return target.bytes();
    }

    final Either<BridgeError, byte[]> unpacked(byte[] file) {
        return MemorySource.drained(unpacking(MemorySource.of(file)), PIECE);
    }

    /** A source whose line is lost where it should end. */
    private record Broken(ByteSource whole, BridgeError error) implements ByteSource {
        @Override
        public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
            return whole.read(into, from, length).filterOrElse(count -> count != END, end -> error);
        }

        @Override
        public void close() {
            whole.close();
        }
    }
}
