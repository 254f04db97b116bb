// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.audiencebridge.sandbox.server.HttpCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code /optOutStatus}: whether a visitor has opted out. Source: experience-cloud.md, section 2.10.
 *
 * <p>UNVERIFIED: that whoever has not gets an empty list.
 */
final class OptOutStatusCall {
    static final String PATH = "/optOutStatus";
    private static final int TWO_HOURS = 7200;

    private final Collector collector;
    private final HttpCall call;
    private final Route route;
    private final Parameters parameters;
    private final List<DcsError> errors = new ArrayList<>();

    OptOutStatusCall(Collector collector, HttpCall call, Route route, Parameters parameters) {
        this.collector = collector;
        this.call = call;
        this.route = route;
        this.parameters = parameters;
    }

    void answer() throws IOException {
        Reply reply = new Reply(route.region(), errors);
        Optional<DcsError> refusal = Gate.refusal(collector, call, route, parameters);
        if (refusal.isPresent()) {
            errors.add(refusal.get());
        } else {
            Caller caller = Caller.of(collector, route.region(), parameters, errors);
            boolean isOut = caller.optedOut(caller.known(Cookies.uuid(call))).isPresent() || Cookies.isOptedOut(call);
            ArrayNode kinds = reply.body().putArray("d_optout");
            if (isOut) {
                kinds.add("global");
            }
            reply.body().put("d_ottl", TWO_HOURS);
        }
        reply.writeJson(call, parameters);
    }
}
