// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.storage.ReadingOrder.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ReadingOrderTest {
    /** Three orders of which the last is short, a file of one chunk, and one of half an order. */
    private static final List<Integer> FILES = List.of(64 + 64 + 10, 1, 32);

    @Test
    void every_chunk_is_read_once_by_one_hand_or_by_several() {
        for (int hands = 1; hands <= 3; hands++) {
            ReadingOrder order = new ReadingOrder(FILES);
            List<RunChunk> rooms = Stream.generate(RunChunk::new).limit(hands).toList();

            List<Chunk> read = new ArrayList<>();
            int hand = 0;
            for (Chunk next = order.next(rooms.get(0)); next != null; next = order.next(rooms.get(hand))) {
                read.add(next);
                hand = (hand + 1) % hands;
            }

            assertThat(read).hasSize(64 + 64 + 10 + 1 + 32).doesNotHaveDuplicates();
            assertThat(order.next(rooms.get(0))).isNull();
        }
    }

    @Test
    void what_stands_for_the_same_hashes_is_read_one_after_the_other_whoever_else_reads() {
        ReadingOrder order = new ReadingOrder(FILES);
        RunChunk mine = new RunChunk();

        Chunk first = order.next(mine);
        Chunk others = order.next(new RunChunk());
        List<Chunk> read = List.of(order.next(mine), order.next(mine), order.next(mine), order.next(mine));

        assertThat(first).isEqualTo(new Chunk(0, 0));
        assertThat(others).isEqualTo(new Chunk(0, 1));
        assertThat(read).containsExactly(new Chunk(0, 64), new Chunk(0, 128), new Chunk(1, 0), new Chunk(2, 0));
    }

    @Test
    void nobody_waits_for_what_others_have_before_them() {
        ReadingOrder order = new ReadingOrder(List.of(64 + 64));
        RunChunk slow = new RunChunk();
        RunChunk fast = new RunChunk();
        order.next(slow);

        int read = 0;
        while (order.next(fast) != null) {
            read++;
        }

        assertThat(read).isEqualTo(64 + 64 - 1);
    }
}
