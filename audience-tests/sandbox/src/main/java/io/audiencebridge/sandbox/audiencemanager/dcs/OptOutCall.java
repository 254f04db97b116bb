// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import io.audiencebridge.sandbox.audiencemanager.dcs.CustomerIds.Declared;
import io.audiencebridge.sandbox.audiencemanager.profiles.Visits;
import io.audiencebridge.sandbox.server.HttpCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /demoptout}: nothing is collected any more of an id, of the device to which it was bound last, or of a browser.
 * Source: audience-manager.md, section 7.1.
 *
 * <p>UNVERIFIED: what the answer looks like without an error.
 */
final class OptOutCall {
    static final Set<String> PATHS = Set.of("/demoptout", "/demoptout.jpg");

    private final Collector collector;
    private final HttpCall call;
    private final Route route;
    private final Parameters parameters;
    private final List<DcsError> errors = new ArrayList<>();

    OptOutCall(Collector collector, HttpCall call, Route route, Parameters parameters) {
        this.collector = collector;
        this.call = call;
        this.route = route;
        this.parameters = parameters;
    }

    void answer() throws IOException {
        if (route.host().equals(Route.GLOBAL_OPT_OUT)) {
            Cookies.setOptedOut(call);
        } else {
            Optional<DcsError> refusal = Gate.refusal(collector, call, route, parameters);
            refusal.ifPresentOrElse(errors::add, this::optOut);
        }
        new Reply(route.region(), errors).writeBare(call, parameters);
    }

    private void optOut() {
        Caller caller = Caller.of(collector, route.region(), parameters, errors);
        Visits visits = collector.partner().visits();
        caller.explicit().ifPresent(this::device);
        for (Declared id : caller.ids()) {
            collector.optOuts().add(route.region(), id.dataSource(), id.id());
            // An explicit device wins over the one to which the id was bound; the old form falls back on the cookie.
            caller.explicit()
                    .or(() -> visits.deviceOf(id.dataSource(), id.id()))
                    .or(() -> Cookies.uuid(call))
                    .ifPresent(this::device);
            visits.optOut(id.dataSource(), id.id());
        }
        if (caller.explicit().isEmpty() && caller.ids().isEmpty() && errors.isEmpty()) {
            Cookies.uuid(call).ifPresent(this::device);
        }
    }

    private void device(String uuid) {
        collector.optOuts().add(route.region(), Caller.DEVICES, uuid);
        collector.partner().visits().optOut(uuid);
    }
}
