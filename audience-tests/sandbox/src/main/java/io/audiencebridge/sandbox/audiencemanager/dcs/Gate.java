// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import io.audiencebridge.sandbox.server.HttpCall;
import java.util.Optional;

/** Calls that are dropped whole. Source: audience-manager.md, section 6.5. */
final class Gate {
    private Gate() {}

    static Optional<DcsError> refusal(Collector collector, HttpCall call, Route route, Parameters parameters) {
        if (!parameters.isSound()) {
            return Optional.of(DcsError.ENCODING);
        }
        if (call.header("Host") == null) {
            return Optional.of(DcsError.NO_HOST);
        }
        String alias = route.host().isEmpty() ? Conduct.OWN : route.alias();
        if (!route.host().equals(Route.ID_SERVICE) && !collector.conduct().knows(alias)) {
            return Optional.of(DcsError.HOST);
        }
        boolean foreign = parameters
                .first("d_orgid")
                .filter(given -> !given.equals(collector.partner().orgId()))
                .isPresent();
        return foreign ? Optional.of(DcsError.ORGANISATION) : Optional.empty();
    }
}
