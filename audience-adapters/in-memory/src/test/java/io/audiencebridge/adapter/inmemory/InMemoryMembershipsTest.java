// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.contractkit.MembershipsContract;
import io.audiencebridge.domain.spi.engine.Memberships;

final class InMemoryMembershipsTest extends MembershipsContract {
    private final Memberships memberships = new InMemoryMemberships();

    @Override
    protected Memberships open() {
        return memberships;
    }

    @Override
    protected Memberships reopen() {
        return memberships;
    }
}
