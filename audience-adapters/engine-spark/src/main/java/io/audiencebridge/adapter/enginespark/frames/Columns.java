// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark.frames;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Names and shapes: a key is two numbers, a recipient is two more. */
public final class Columns {
    /** The first half of a packed key; null where a member's key is invalid. */
    public static final String HIGH = "h";

    /** The second half of a packed key. */
    public static final String LOW = "l";

    /** The first half of a recipient's id. */
    public static final String RECIPIENT_HIGH = "rh";

    /** The second half of a recipient's id. */
    public static final String RECIPIENT_LOW = "rl";

    /** Whether the recipient opted out. */
    public static final String OUT = "o";

    /** Packed keys. */
    public static final StructType KEYS =
            new StructType().add(HIGH, DataTypes.LongType, true).add(LOW, DataTypes.LongType, true);

    /** Recipients with packed keys. */
    public static final StructType RECIPIENTS = KEYS.add(RECIPIENT_HIGH, DataTypes.LongType, false)
            .add(RECIPIENT_LOW, DataTypes.LongType, false)
            .add(OUT, DataTypes.BooleanType, false);

    private Columns() {}

    /** The second half of an id or fingerprint such that its order is that of ids, which is unsigned there; again, and it is as it was. */
    static Column turned(Column low) {
        return low.bitwiseXOR(lit(Long.MIN_VALUE));
    }

    /** The smallest recipient of a group. */
    static Column smallestRecipient() {
        return min(
                struct(col(RECIPIENT_HIGH).as("a"), turned(col(RECIPIENT_LOW)).as("b")));
    }
}
