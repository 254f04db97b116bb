// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members' keys on their way into tables: counted, and each handed over once, in the partition of its hash. */
class LayingKeysOutTest {
    private static final KeyHash HASH = new KeyHash(1);

    private final KeyChunks[] partitions = KeyChunks.ofAllPartitions();
    private final MemberKeys members =
            new MemberKeys(KeyPacker.ofMembers(new ReconciliationKey.Visitor(), false), HASH, partitions);

    @Test
    void a_key_is_two_longs_its_hash_and_its_last_half() {
        members.add(3, 4);
        members.flush();

        KeyChunks partition = partitions[MemberTables.partition(HASH.of(3, 4))];
        List<Long> longs = new ArrayList<>();
        partition.each((chunk, size) -> Arrays.stream(chunk, 0, size).forEach(longs::add));
        assertThat(longs).containsExactly(HASH.of(3, 4), 4L);
        assertThat(partition.keys()).isEqualTo(1);
    }

    /** On either side of where a first chunk, and a later one, is full. */
    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 1087, 1088, 1089, 3000})
    void every_key_is_handed_over_once_and_no_chunk_is_empty(int keys) {
        for (int key = 0; key < keys; key++) {
            members.add(7, 7);
        }
        members.flush();
        members.flush();

        List<Integer> sizes = new ArrayList<>();
        for (KeyChunks partition : partitions) {
            partition.each((chunk, size) -> sizes.add(size));
        }
        assertThat(sizes).doesNotContain(0);
        assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(2 * keys);
        assertThat(partitions[MemberTables.partition(HASH.of(7, 7))].keys()).isEqualTo(keys);
    }

    @Test
    void a_partition_that_was_cleared_has_no_keys() {
        members.add(3, 4);
        members.flush();

        partitions[MemberTables.partition(HASH.of(3, 4))].clear();

        assertThat(Arrays.stream(partitions).mapToLong(KeyChunks::keys).sum()).isZero();
    }

    @Test
    void rows_that_are_no_key_or_cannot_be_decided_are_read_and_invalid() {
        var rows = new TextKeysBuilder();
        byte[] visitor = "1".repeat(38).getBytes(StandardCharsets.US_ASCII);
        rows.key(visitor, 0, 38, (byte) 0);
        rows.key(visitor, 0, 37, (byte) 0);
        rows.key(visitor, 0, 38, TextKeys.UNDECIDABLE);

        members.take(rows.build());
        members.flush();

        assertThat(members.read()).isEqualTo(3);
        assertThat(members.invalid()).isEqualTo(2);
        assertThat(Arrays.stream(partitions).mapToLong(KeyChunks::keys).sum()).isEqualTo(1);
    }
}
