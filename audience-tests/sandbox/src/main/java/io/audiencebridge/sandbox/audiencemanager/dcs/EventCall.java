// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.audiencemanager.profiles.Visit;
import io.audiencebridge.sandbox.server.HttpCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /event}: a call with signals, traits and ids. Source: audience-manager.md, section 6. */
final class EventCall {
    /** UNVERIFIED: the old numbers of segments and traits, which no other interface tells. */
    private static final long OLD_NUMBERS = 1_000_000;

    private final Collector collector;
    private final Partner partner;
    private final HttpCall call;
    private final Route route;
    private final Parameters parameters;
    private final List<DcsError> errors = new ArrayList<>();

    EventCall(Collector collector, HttpCall call, Route route, Parameters parameters) {
        this.collector = collector;
        this.partner = collector.partner();
        this.call = call;
        this.route = route;
        this.parameters = parameters;
    }

    void answer() throws IOException {
        Optional<DcsError> refusal = Gate.refusal(collector, call, route, parameters);
        if (refusal.isPresent()) {
            errors.add(refusal.get());
            reply().write(call, parameters);
            return;
        }
        Caller caller = Caller.of(collector, route.region(), parameters, errors);
        Optional<String> cookie = Cookies.uuid(call);
        Optional<String> optedOut =
                Cookies.isOptedOut(call) ? Optional.of("this browser") : caller.optedOut(caller.known(cookie));
        if (optedOut.isPresent()) {
            optedOut(optedOut.get());
        } else if (caller.isBlocked()) {
            reply().write(call, parameters);
        } else {
            collected(caller.visit(cookie), cookie);
        }
    }

    private Reply reply() {
        return new Reply(route.region(), errors);
    }

    private void optedOut(String id) throws IOException {
        if (collector.conduct().answersOptOutWithNothing()) {
            new Reply(route.region(), List.of()).writeBare(call, parameters);
        } else {
            errors.add(DcsError.optedOut(id));
            reply().write(call, parameters);
        }
    }

    private void collected(Visit visit, Optional<String> cookie) throws IOException {
        Set<Long> owners = new HashSet<>(parameters.numbers("d_tdpid"));
        parameters
                .split("d_tdpid_ic")
                .forEach(code -> partner.dataSourceOfCode(code).ifPresent(owners::add));
        Realization realization = new Realization(partner, visit, owners);
        realization.evaluate(CallSignals.of(partner, call, route, parameters));
        parameters.numbers("d_sid").forEach(realization::realize);
        if (cookie.isEmpty()) {
            Cookies.set(call, visit.uuid());
        }
        Reply reply = reply();
        fill(reply.body(), visit);
        reply.write(call, parameters);
    }

    private void fill(ObjectNode body, Visit visit) {
        Set<Long> segments = partner.visits().segments(visit);
        cookies(body.putArray("stuff"), segments);
        if (parameters.first("d_dst").filter("1"::equals).isPresent()) {
            urls(body.putArray("dests"), segments, visit);
        }
        body.put("uuid", visit.uuid());
        Optional<String> wanted =
                parameters.first("d_cts").filter(level -> collector.conduct().tellsTraits());
        if (wanted.isPresent() && wanted.get().matches("[12]")) {
            boolean old = wanted.get().equals("1");
            numbers(body.putArray("traits"), partner.visits().traits(visit), old);
            numbers(body.putArray("segments"), segments, old);
        }
    }

    private static void numbers(ArrayNode array, Set<Long> numbers, boolean old) {
        numbers.forEach(number -> array.add(old ? number % OLD_NUMBERS : number));
    }

    private void cookies(ArrayNode stuff, Set<Long> segments) {
        partner.cookieDestinations().forEach(destination -> {
            String value = destination.value(segments);
            if (!value.isEmpty()) {
                stuff.addObject()
                        .put("cn", destination.name())
                        .put("cv", value)
                        .put("ttl", destination.ttl())
                        .put("dmn", destination.domain());
            }
        });
    }

    private void urls(ArrayNode dests, Set<Long> segments, Visit visit) {
        UrlMacros macros = new UrlMacros(partner, visit.uuid(), route.region());
        partner.urlDestinations()
                .flatMap(destination -> destination.calls(segments, macros::apply).stream())
                .forEach(url -> {
                    ObjectNode dest = dests.addObject().put("y", "img");
                    if (!url.url().isEmpty()) {
                        dest.put("c", url.url());
                    }
                    if (!url.secureUrl().isEmpty()) {
                        dest.put("e", url.secureUrl());
                    }
                });
    }
}
