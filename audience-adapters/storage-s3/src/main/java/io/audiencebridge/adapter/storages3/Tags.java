// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** ETags, which travel in quotes. */
final class Tags {
    private Tags() {}

    static String bare(String eTag) {
        return eTag.replace("\"", "");
    }

    /** The tag of a listed object. S3 lists every one with its ETag, stores that imitate it may not, while an object is being written: then size and time stand for it. */
    static String listed(@Nullable String eTag, long size, Instant modified) {
        return eTag == null ? "untagged-" + size + "-" + modified.toEpochMilli() : bare(eTag);
    }
}
