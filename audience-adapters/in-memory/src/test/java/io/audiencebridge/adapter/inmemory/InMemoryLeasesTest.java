// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.LeasesContract;
import io.audiencebridge.domain.spi.engine.Leases;

class InMemoryLeasesTest extends LeasesContract {
    private final InMemoryLeases leases = new InMemoryLeases();

    @Override
    protected Leases open() {
        return leases;
    }

    @Override
    protected Leases reopen() {
        return leases;
    }
}
