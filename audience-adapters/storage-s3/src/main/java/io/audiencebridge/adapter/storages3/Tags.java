// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

/** ETags, which travel in quotes. */
final class Tags {
    private Tags() {}

    static String bare(String eTag) {
        return eTag.replace("\"", "");
    }
}
