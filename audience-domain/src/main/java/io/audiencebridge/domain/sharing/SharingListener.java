// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

/** Hears of events, on the working thread, after they were written down. Must be quick and must not throw. */
@FunctionalInterface
public interface SharingListener {
    /** Hears nothing. */
    SharingListener SILENT = event -> {};

    /** Hears {@code event}. */
    void heard(SharingEvent event);
}
