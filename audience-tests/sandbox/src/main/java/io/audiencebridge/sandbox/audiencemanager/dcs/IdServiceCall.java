// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import io.audiencebridge.sandbox.server.HttpCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * {@code /id}: gives a visitor an Experience Cloud ID, or binds declared ids to the one it has. Numbers are texts here.
 * Source: audience-manager.md, section 6.3.
 */
final class IdServiceCall {
    private static final String WEEK = "604800";

    private final Collector collector;
    private final HttpCall call;
    private final Route route;
    private final Parameters parameters;
    private final List<DcsError> errors = new ArrayList<>();

    IdServiceCall(Collector collector, HttpCall call, Route route, Parameters parameters) {
        this.collector = collector;
        this.call = call;
        this.route = route;
        this.parameters = parameters;
    }

    void answer() throws IOException {
        Optional<DcsError> refusal = Gate.refusal(collector, call, route, parameters);
        if (refusal.isEmpty() && parameters.first("d_orgid").isEmpty()) {
            refusal = Optional.of(DcsError.ORGANISATION);
        }
        Reply reply = new Reply(route.region(), errors);
        if (refusal.isPresent()) {
            errors.add(refusal.get());
        } else {
            identify(reply);
        }
        reply.writeJson(call, parameters);
    }

    private void identify(Reply reply) {
        Caller caller = Caller.of(collector, route.region(), parameters, errors);
        Optional<String> cookie = Cookies.uuid(call);
        boolean invalid = errors.contains(DcsError.ECID);
        Optional<String> optedOut = caller.optedOut(caller.known(cookie));
        if (optedOut.isPresent() || Cookies.isOptedOut(call)) {
            errors.add(DcsError.optedOut(optedOut.orElse("this browser")));
        } else if (!invalid && !caller.isBlocked()) {
            String uuid = caller.visit(cookie).uuid();
            if (cookie.isEmpty()) {
                Cookies.set(call, uuid);
            }
            reply.body()
                    .put("d_mid", collector.partner().visits().ecid(uuid))
                    .put("id_sync_ttl", WEEK)
                    .put("d_blob", blob(uuid))
                    .put("dcs_region", Integer.toString(route.region()));
        }
    }

    /** UNVERIFIED: what is in it; a client only gives it back. */
    private static String blob(String uuid) {
        byte[] bytes = uuid.getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
