// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import java.time.Instant;

/** An outbound file that was written: where, for which destination, of which ids, when, and how many rows it has. */
record OutboundFile(String key, long destination, long dataSource, Instant writtenAt, long rows) {
    String name() {
        return key.substring(key.lastIndexOf('/') + 1);
    }
}
