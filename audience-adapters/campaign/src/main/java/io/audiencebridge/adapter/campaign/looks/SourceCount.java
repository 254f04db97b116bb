// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.looks;

import io.audiencebridge.domain.identity.Ecid;

/** Counts what tracking logs name as their source; keeps none of it. Not thread-safe. */
final class SourceCount {
    private long visitors;
    private long others;
    private long nothing;

    void take(String source) {
        if (source.isBlank()) {
            nothing++;
        } else if (Ecid.parse(source).isRight()) {
            visitors++;
        } else {
            others++;
        }
    }

    /** Logs with an Experience Cloud id. */
    long visitors() {
        return visitors;
    }

    /** Logs with something else, such as an old cookie value. */
    long others() {
        return others;
    }

    long read() {
        return visitors + others + nothing;
    }
}
