// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import io.audiencebridge.sandbox.audiencemanager.files.InboundFile.Counter;
import io.audiencebridge.sandbox.audiencemanager.profiles.IdKind;
import io.audiencebridge.sandbox.audiencemanager.profiles.Profiles;
import io.audiencebridge.sandbox.audiencemanager.profiles.Subjects;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The ids that the rows of a file are of, and how many rows each has. */
final class RowIds {
    /** Rows of one id in one file that count. Source: section 4.3; UNVERIFIED that the scope is the file. */
    static final int ROWS_PER_ID = 200;

    private final long dataSource;
    private final IdKind kind;
    private final Subjects subjects;
    private byte[] rowsOfId = new byte[1024];

    RowIds(Profiles profiles, long dataSource) {
        this.dataSource = dataSource;
        this.kind = profiles.kind(dataSource);
        this.subjects = profiles.subjects(dataSource);
    }

    long dataSource() {
        return dataSource;
    }

    /** What is wrong with an id as such. */
    Optional<Counter> error(byte[] bytes, int from, int to) {
        if (kind.fits(bytes, from, to)) {
            return Optional.empty();
        }
        return Optional.of(kind.isDigits() ? Counter.INVALID_AAM_IDS : Counter.INVALID_DEVICE_IDS);
    }

    /** The number of an id; -1 if it means nobody. */
    int find(byte[] bytes, int from, int to) {
        return subjects.id(bytes, from, to);
    }

    /** Which row of its id this is, from 1; beyond the limit it stays one more than that. */
    int countRow(int id) {
        if (id >= rowsOfId.length) {
            rowsOfId = Arrays.copyOf(rowsOfId, Math.max(id + 1, rowsOfId.length * 2));
        }
        int rows = rowsOfId[id] & 0xFF;
        if (rows <= ROWS_PER_ID) {
            rowsOfId[id]++;
            rows++;
        }
        return rows;
    }

    void profiles(int id, IntConsumer consumer) {
        subjects.profiles(id, consumer);
    }
}
