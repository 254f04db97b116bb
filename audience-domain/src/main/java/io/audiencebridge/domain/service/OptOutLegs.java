// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.sharing.OptOutLeg;
import io.audiencebridge.domain.sharing.OptOutLeg.Kind;
import io.audiencebridge.domain.sharing.OptOutLeg.State;
import io.audiencebridge.domain.sharing.OptOutReceipt;
import java.util.ArrayList;
import java.util.List;

/** Gathers the legs of an opt-out. Not thread-safe. */
final class OptOutLegs {
    private static final String AGAIN = "Repeat the request once the cause is gone; what was done stays done";

    private final List<OptOutLeg> legs = new ArrayList<>();

    void done(Kind kind, String at, long count) {
        legs.add(leg(kind, at, State.DONE, count).build());
    }

    void pending(Kind kind, String at, String toDo) {
        legs.add(leg(kind, at, State.PENDING, 0).toDo(toDo).build());
    }

    void failed(Kind kind, String at, long count, BridgeError error) {
        legs.add(leg(kind, at, State.FAILED, count).toDo(AGAIN).error(error).build());
    }

    OptOutReceipt receipt() {
        return new OptOutReceipt(legs);
    }

    private static OptOutLeg.Builder leg(Kind kind, String at, State state, long count) {
        OptOutLeg.Builder leg = OptOutLeg.builder();
        leg.kind(kind).at(at).state(state).count(count);
        return leg;
    }
}
