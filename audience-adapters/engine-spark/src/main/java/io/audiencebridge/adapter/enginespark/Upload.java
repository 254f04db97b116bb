// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark;

import io.audiencebridge.adapter.enginespark.frames.Unions;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of numbers on their way from the driver into the cluster: so many bytes are collected here, then handed to the executors, which keep them; the driver forgets them.
 */
final class Upload {
    private static final int PIECE = 1 << 20;

    private final SparkSession session;
    private final StructType shape;
    private final int numbers;
    private final int most;
    private final List<byte[]> pieces = new ArrayList<>();
    private final List<JavaRDD<byte[]>> handed = new ArrayList<>();
    private ByteBuffer piece = ByteBuffer.allocate(PIECE);

    /**
     * An upload.
     *
     * @param numbers in a row
     * @param most bytes that the driver collects
     */
    Upload(SparkSession session, StructType shape, int numbers, int most) {
        this.session = session;
        this.shape = shape;
        this.numbers = numbers;
        this.most = most;
    }

    /** Room for one more row: put its numbers. */
    ByteBuffer row() {
        if (piece.remaining() < numbers * Long.BYTES) {
            cut();
            if ((long) pieces.size() * PIECE >= most) {
                hand();
            }
        }
        return piece;
    }

    /** All rows, as the function of each row's numbers makes them. */
    Dataset<Row> dataset(RowMaker maker) {
        cut();
        hand();
        int width = numbers;
        FlatMapFunction<byte[], Row> rows = bytes -> rows(ByteBuffer.wrap(bytes), width, maker);
        return session.createDataFrame(Unions.of(context(), handed).flatMap(rows), shape);
    }

    private void cut() {
        if (piece.position() > 0) {
            pieces.add(Arrays.copyOf(piece.array(), piece.position()));
            piece = ByteBuffer.allocate(PIECE);
        }
    }

    private void hand() {
        if (!pieces.isEmpty()) {
            JavaRDD<byte[]> rows = context()
                    .parallelize(
                            new ArrayList<>(pieces),
                            Math.min(pieces.size(), context().defaultParallelism()));
            // The executors keep them on their disks; without this the driver would hold every piece, to compute lost
            // ones again.
            rows.rdd().localCheckpoint();
            rows.count();
            handed.add(rows);
            pieces.clear();
        }
    }

    private JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(session.sparkContext());
    }

    private static Iterator<Row> rows(ByteBuffer bytes, int numbers, RowMaker maker) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return bytes.hasRemaining();
            }

            @Override
            public Row next() {
                long[] row = new long[numbers];
                for (int i = 0; i < numbers; i++) {
                    row[i] = bytes.getLong();
                }
                return maker.row(row);
            }
        };
    }

    /** Makes a row out of its numbers. */
    @FunctionalInterface
    interface RowMaker extends Serializable {
        Row row(long[] numbers);

        /** Packed keys. */
        static Row key(long[] numbers) {
            return RowFactory.create(numbers[0], numbers[1]);
        }

        /** Recipients with packed keys. */
        static Row recipient(long[] numbers) {
            return RowFactory.create(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4] != 0);
        }
    }
}
