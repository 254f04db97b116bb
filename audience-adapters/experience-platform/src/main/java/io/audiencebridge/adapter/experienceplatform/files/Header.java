// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.adapter.experienceplatform.client.CsvOptions;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * What the first row of a file says: the columns, and by which sign they are separated.
 *
 * @param columns which column holds what
 * @param delimiter between cells
 */
record Header(Columns columns, char delimiter) {
    /** What destinations offer, the usual first. */
    private static final Vector<Character> DELIMITERS = Vector.of(',', '\t', ';', '|', ':');

    /**
     * Reads it from a file's beginning.
     *
     * @param line the first line, longer rather than shorter
     */
    static Either<BridgeError, Header> read(
            byte[] line, CsvOptions options, String keyColumn, String audience, String file) {
        if (!options.columns().isEmpty()) {
            char delimiter = options.delimiter().orElse(DELIMITERS.head());
            return Columns.of(Vector.ofAll(options.columns()), keyColumn, audience, file)
                    .map(columns -> new Header(columns, delimiter));
        }
        Vector<Character> candidates =
                Option.ofOptional(options.delimiter()).map(Vector::of).getOrElse(DELIMITERS);
        Vector<Either<BridgeError, Header>> readings =
                candidates.map(delimiter -> Columns.of(cells(line, options, delimiter), keyColumn, audience, file)
                        .map(columns -> new Header(columns, delimiter)));
        return readings.find(Either::isRight).getOrElse(readings::head);
    }

    private static Vector<String> cells(byte[] line, CsvOptions options, char delimiter) {
        CsvRows rows = new CsvRows(new Beginning(line), options, delimiter);
        if (rows.next() != CsvRows.Found.ROW) {
            return Vector.empty();
        }
        return Vector.range(0, rows.cells().count()).map(rows.cells()::string);
    }

    /** Bytes in memory as a source. */
    private static final class Beginning implements ByteSource {
        private final byte[] bytes;
        private int taken;

        Beginning(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public Either<BridgeError, Integer> read(byte[] into, int from, int length) {
            if (taken == bytes.length) {
                return Either.right(END);
            }
            int count = Math.min(length, bytes.length - taken);
            System.arraycopy(bytes, taken, into, from, count);
            taken += count;
            return Either.right(count);
        }

        @Override
        public void close() {
            // Holds memory alone.
        }
    }
}
