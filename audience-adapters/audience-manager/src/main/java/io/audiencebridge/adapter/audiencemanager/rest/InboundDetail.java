// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import java.util.Optional;

/**
 * What of a data source's inbound history is asked for.
 *
 * @param fileName only the file of that name; all files if empty
 * @param samples whether lines that went wrong are shown, too
 */
public record InboundDetail(Optional<String> fileName, boolean samples) {
    /** The counts of all files. */
    public static final InboundDetail COUNTS = new InboundDetail(Optional.empty(), false);

    /** The counts of one file. */
    public static InboundDetail of(String fileName) {
        return new InboundDetail(Optional.of(fileName), false);
    }
}
