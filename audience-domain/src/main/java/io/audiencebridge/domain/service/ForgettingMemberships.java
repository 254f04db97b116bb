// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.Membership;
import io.audiencebridge.domain.spi.engine.Memberships;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Memberships over others, which it never changes. */
final class ForgettingMemberships implements Memberships {
    private final Memberships under;
    private final Map<LedgerKey, Membership> kept = Collections.synchronizedMap(new HashMap<>());

    ForgettingMemberships(Memberships under) {
        this.under = under;
    }

    @Override
    public Either<BridgeError, Option<Membership>> find(LedgerKey audience) {
        Membership here = kept.get(audience);
        return here == null ? under.find(audience) : Either.right(Option.some(here));
    }

    @Override
    public Either<BridgeError, Membership> keep(LedgerKey audience, Membership membership) {
        kept.put(audience, membership);
        return Either.right(membership);
    }
}
