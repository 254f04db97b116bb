// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

/** What a bridge keeps between runs. */
public interface Home {
    /** The runs. */
    Journal journal();

    /** Who was shared. */
    Ledger ledger();

    /** Who was in each shared audience when it was last read. */
    Memberships memberships();

    /** Who was in each Platform audience after the events so far. */
    EventStates eventStates();
}
