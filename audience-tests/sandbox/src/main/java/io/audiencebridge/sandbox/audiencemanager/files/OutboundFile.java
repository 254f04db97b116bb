// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import java.time.Instant;

/**
 * An outbound file that arrived.
 *
 * @param key where it is
 * @param destination for which it is
 * @param dataSource of which its ids are
 * @param full whether it holds everything, and not only changes
 * @param writtenAt when its batch was written, which its name says
 * @param arrivedAt when it arrived
 * @param rows how many rows it has
 */
public record OutboundFile(
        String key, long destination, long dataSource, boolean full, Instant writtenAt, Instant arrivedAt, long rows) {
    OutboundFile arrived(Instant at) {
        return new OutboundFile(key, destination, dataSource, full, writtenAt, at, rows);
    }

    /** Without the folder. */
    public String name() {
        return key.substring(key.lastIndexOf('/') + 1);
    }
}
