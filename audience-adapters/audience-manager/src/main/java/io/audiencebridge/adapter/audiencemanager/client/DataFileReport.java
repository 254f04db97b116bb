// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import io.audiencebridge.domain.system.HouseValue;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** What became of the rows that were given to a file: {@code offered = written + rejected}. */
@HouseValue
@Value.Immutable
public interface DataFileReport {
    /** Rows that were offered. */
    long offered();

    /** Rows that stand in the files. */
    long written();

    /** Rows that were left out, by reason. */
    Map<RowFault, Long> rejected();

    /** The first rows left out, at most {@link #SAMPLES}. */
    List<RejectedRow> samples();

    /** Names of the files, folders included; empty when no row was written, since an empty file is refused. */
    List<String> files();

    /** What the caller should know, a sentence each. */
    List<String> notices();

    /** Rejected rows that are told one by one. */
    int SAMPLES = 10;

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds reports. */
    final class Builder extends ImmutableDataFileReport.Builder {
        Builder() {}
    }
}
