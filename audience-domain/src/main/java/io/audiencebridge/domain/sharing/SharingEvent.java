// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.sharing;

/** Something that happened to a run and that somebody may want to hear of. */
public sealed interface SharingEvent {
    /** The run as it is now. */
    Receipt receipt();

    /**
     * What the run waits for should long have come. Told once a run; the run goes on waiting.
     *
     * @param receipt the run, with what it waits for
     * @param window when it should have come
     */
    record Late(Receipt receipt, FreshnessWindow window) implements SharingEvent {}
}
