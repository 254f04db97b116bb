// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

/** What a bridge keeps between runs. */
public interface Home {
    /** The runs. */
    Journal journal();

    /** Who was shared. */
    Ledger ledger();
}
