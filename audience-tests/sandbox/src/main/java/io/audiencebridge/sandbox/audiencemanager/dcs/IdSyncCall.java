// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import io.audiencebridge.sandbox.server.HttpCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code /ibs:}: binds a partner's id to the browser that calls. The parameters stand in the path. Source:
 * audience-manager.md, section 4.10.
 *
 * <p>UNVERIFIED: the statuses.
 */
final class IdSyncCall {
    static final String PATH = "/ibs:";
    private static final String MACRO = "${DD_UUID}";

    private final Collector collector;
    private final HttpCall call;
    private final Route route;
    private final Parameters parameters;
    private final List<DcsError> errors = new ArrayList<>();

    IdSyncCall(Collector collector, HttpCall call, Route route) {
        this.collector = collector;
        this.call = call;
        this.route = route;
        this.parameters =
                new Parameters().path(route.path().substring(PATH.length())).form(route.query());
    }

    void answer() throws IOException {
        Reply reply = new Reply(route.region(), errors);
        Optional<DcsError> refusal = Gate.refusal(collector, call, route, parameters);
        // Consent comes with its flag or not at all.
        boolean halfConsent =
                parameters.names().contains("gdpr") != parameters.names().contains("gdpr_consent");
        if (refusal.isPresent() || halfConsent) {
            errors.add(refusal.orElse(DcsError.CUSTOMER_ID));
            reply.write(call, parameters);
            return;
        }
        Optional<String> uuid = bound();
        Optional<String> address = parameters.first("redir");
        if (uuid.isPresent() && address.isPresent()) {
            reply.redirect(call, address.get().replace(MACRO, uuid.get()));
        } else {
            reply.write(call, parameters);
        }
    }

    private Optional<String> bound() {
        Caller caller = Caller.of(collector, route.region(), parameters, errors);
        Optional<String> cookie = Cookies.uuid(call);
        Optional<String> device = caller.explicit().or(() -> cookie);
        Optional<String> optedOut = caller.optedOut(device);
        if (optedOut.isPresent() || Cookies.isOptedOut(call)) {
            errors.add(DcsError.optedOut(optedOut.orElse("this browser")));
            return Optional.empty();
        }
        if (caller.isBlocked() || caller.ids().isEmpty()) {
            return Optional.empty();
        }
        // A browser without a cookie is a new device, whatever the id was bound to before.
        String uuid = caller.visit(
                        device.or(() -> Optional.of(collector.partner().visits().newDevice())))
                .uuid();
        if (cookie.isEmpty()) {
            Cookies.set(call, uuid);
        }
        return Optional.of(uuid);
    }
}
