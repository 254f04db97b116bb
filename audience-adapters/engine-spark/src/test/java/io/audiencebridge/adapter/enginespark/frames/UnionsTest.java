// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.enginespark.LocalSpark;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

/** As many parts as a driver hands over of a large side, or as a ledger has files after years. */
class UnionsTest {
    private static final int PARTS = 1000;

    private final JavaSparkContext context =
            JavaSparkContext.fromSparkContext(LocalSpark.session().sparkContext());

    @Test
    void a_thousand_parts_are_read_in_their_order() {
        List<JavaRDD<byte[]>> parts = IntStream.range(0, PARTS)
                .mapToObj(part -> context.parallelize(List.of(new byte[] {(byte) part}), 1))
                .toList();

        List<byte[]> rows = Unions.of(context, parts).collect();

        assertThat(rows).hasSize(PARTS);
        for (int part = 0; part < PARTS; part++) {
            assertThat(rows.get(part)).containsExactly((byte) part);
        }
    }

    @Test
    void no_part_has_no_rows() {
        assertThat(Unions.of(context, List.of()).count()).isZero();
    }
}
