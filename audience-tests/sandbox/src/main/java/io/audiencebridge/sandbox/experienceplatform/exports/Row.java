// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A row of an export.
 *
 * @param cells by column; empty for an absent value
 * @param since the time of the last qualification
 */
record Row(List<Optional<String>> cells, Instant since) {
    /** Which of two rows with one key stays: the later one, else the first by its columns. Source: experience-cloud.md, section 4.6. */
    static Row better(Row one, Row other) {
        int time = one.since.compareTo(other.since);
        boolean first = time > 0 || (time == 0 && one.text().compareTo(other.text()) <= 0);
        return first ? one : other;
    }

    private String text() {
        return cells.stream().map(cell -> cell.orElse("")).collect(Collectors.joining("\0"));
    }
}
