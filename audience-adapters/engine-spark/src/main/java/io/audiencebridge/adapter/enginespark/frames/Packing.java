// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark.frames;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import io.audiencebridge.domain.identity.KeyFingerprinter;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.reconcile.KeyPacker;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Rows of people's own datasets, packed on the executors by the packing of all engines. */
public final class Packing {
    /** The column of a key in wire form. */
    public static final String WIRE = "key";

    /** Whether a row has a key at all. */
    static final String KEYED = "keyed";

    /** Rows to be shared: recipient, whether out, whether keyed, and fingerprint and wire form of the key if it is valid. */
    private static final StructType SHARED =
            Columns.RECIPIENTS.add(KEYED, DataTypes.BooleanType, false).add(WIRE, DataTypes.StringType, true);

    private Packing() {}

    /** Members by their keys in wire form, in the column {@code key}: one row each of the shape {@link Columns#KEYS}. */
    public static Dataset<Row> members(Dataset<Row> members, String key, PackedKey kind) {
        return members.select(col(key).cast("string"))
                .mapPartitions(rows(() -> new MemberPacker(kind)), Encoders.row(Columns.KEYS));
    }

    /** Recipients by their keys in stored form: a row of the shape {@link Columns#RECIPIENTS} for each valid key. */
    public static Dataset<Row> recipients(
            Dataset<Row> recipients, String id, String key, Optional<String> out, PackedKey kind) {
        return recipients
                .select(id(recipients, id), out(out), col(key).cast("string"))
                .filter(col(key).isNotNull())
                .mapPartitions(rows(() -> new RecipientPacker(kind)), Encoders.row(Columns.RECIPIENTS))
                .filter(col(Columns.HIGH).isNotNull());
    }

    /** Recipients by their keys in stored form: a row each with the fingerprint and the wire form of a valid key. */
    static Dataset<Row> shared(Dataset<Row> recipients, String id, String key, Optional<String> out, PackedKey kind) {
        return recipients
                .select(id(recipients, id), out(out), col(key).cast("string"))
                .mapPartitions(rows(() -> new SharePacker(kind)), Encoders.row(SHARED));
    }

    /** Ids as they were: numbers as numbers of {@code type}, others as text. */
    public static Column idAgain(Column high, Column low, String type) {
        return isNumber(type)
                ? low.cast(type)
                : udf((UDF2<Long, Long, String>) RecipientId::text, DataTypes.StringType)
                        .apply(high, low);
    }

    private static Column id(Dataset<Row> rows, String id) {
        String type = rows.schema().apply(id).dataType().typeName();
        return isNumber(type) ? col(id).cast("long") : col(id).cast("string");
    }

    private static boolean isNumber(String type) {
        return switch (type) {
            case "long", "bigint", "integer", "int", "short", "smallint", "byte", "tinyint" -> true;
            default -> false;
        };
    }

    private static Column out(Optional<String> name) {
        return name.map(column -> coalesce(col(column).cast("boolean"), lit(false)))
                .orElseGet(() -> lit(false));
    }

    /** A packer is no thread's but its own: each partition makes one. */
    private static MapPartitionsFunction<Row, Row> rows(MakesPacker packers) {
        return rows -> {
            Function<Row, Row> packer = packers.make();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public Row next() {
                    return packer.apply(rows.next());
                }
            };
        };
    }

    private interface MakesPacker extends Serializable {
        Function<Row, Row> make();
    }

    /** The recipient of a row: a number, or the text of an id. The error does not repeat it. */
    private static RecipientId recipient(Row row) {
        if (row.isNullAt(0)) {
            throw new IllegalArgumentException("A recipient has no id");
        }
        return row.get(0) instanceof Long number
                ? RecipientId.of(number)
                : RecipientId.parse(row.getString(0))
                        .getOrElseThrow(wrong -> new IllegalArgumentException(wrong.message()));
    }

    private static byte @Nullable [] text(Row row, int column) {
        return row.isNullAt(column) ? null : row.getString(column).getBytes(StandardCharsets.UTF_8);
    }

    private static final class MemberPacker implements Function<Row, Row> {
        private final KeyPacker packer;

        MemberPacker(PackedKey kind) {
            packer = KeyPacker.ofMembers(kind.key(), false);
        }

        @Override
        public Row apply(Row row) {
            byte[] text = text(row, 0);
            return text != null && packer.pack(text, 0, text.length)
                    ? RowFactory.create(packer.high(), packer.low())
                    : RowFactory.create(null, null);
        }
    }

    private static final class RecipientPacker implements Function<Row, Row> {
        private final KeyPacker packer;

        RecipientPacker(PackedKey kind) {
            packer = KeyPacker.ofRecipients(kind.key(), false);
        }

        @Override
        public Row apply(Row row) {
            RecipientId id = recipient(row);
            byte[] text = text(row, 2);
            boolean valid = text != null && packer.pack(text, 0, text.length);
            return RowFactory.create(
                    valid ? packer.high() : null, valid ? packer.low() : null, id.high(), id.low(), row.getBoolean(1));
        }
    }

    private static final class SharePacker implements Function<Row, Row> {
        private final KeyTranslator translator;
        private final KeyFingerprinter fingerprinter = new KeyFingerprinter();
        private final byte[] wire = new byte[KeyTranslator.LONGEST];

        SharePacker(PackedKey kind) {
            translator = KeyTranslator.storedToWire(kind.key());
        }

        @Override
        public Row apply(Row row) {
            RecipientId id = recipient(row);
            byte[] text = text(row, 2);
            boolean keyed = text != null && text.length > 0;
            int length =
                    keyed && text != null ? translator.translate(text, 0, text.length, wire) : KeyTranslator.INVALID;
            if (length == KeyTranslator.INVALID) {
                return RowFactory.create(null, null, id.high(), id.low(), row.getBoolean(1), keyed, null);
            }
            fingerprinter.take(wire, 0, length);
            String key = new String(wire, 0, length, StandardCharsets.UTF_8);
            return RowFactory.create(
                    fingerprinter.high(), fingerprinter.low(), id.high(), id.low(), row.getBoolean(1), true, key);
        }
    }
}
