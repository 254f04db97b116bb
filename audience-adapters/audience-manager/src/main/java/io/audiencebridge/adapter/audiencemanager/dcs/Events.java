// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import io.audiencebridge.adapter.audiencemanager.client.EventAnswer;
import io.audiencebridge.adapter.audiencemanager.client.EventCall;
import io.audiencebridge.adapter.audiencemanager.client.EventCall.Signal;
import io.audiencebridge.adapter.http.HttpBody;
import io.audiencebridge.adapter.http.HttpCall;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;

/** Calls to {@code /event}. Source: Audience Manager, "DCS event calls". */
final class Events {
    /** Documented, in bytes of the address. */
    private static final int LONGEST_GET = 8 << 10;

    /** Documented, in bytes of the body. */
    private static final int LONGEST_POST = 32 << 10;

    private static final String PATH = "/event";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Visits visits;
    private final ImsOrgId organisation;

    Events(Visits visits, ImsOrgId organisation) {
        this.visits = visits;
        this.organisation = organisation;
    }

    Either<BridgeError, EventAnswer> send(EventCall event, Call call) {
        Vector<SentId> ids = SentId.of(event.uuid(), event.ecid(), event.declaredIds());
        String query = query(event);
        return visits.visit(ids, EventRules.of(event).appendAll(size(query)), call, turn -> {
            Target target = visits.target(ids, event.region());
            return visits.line()
                    .send(request(event, query, target), target, turn)
                    .flatMap(answer -> DcsAnswer.read(answer, turn))
                    .peek(answer -> visits.learn(ids, answer))
                    .flatMap(answer -> EventReading.of(answer, ids.size(), turn))
                    .peek(this::learn);
        });
    }

    /** The device may be new: its region is known from now on. */
    private void learn(EventAnswer answer) {
        if (answer instanceof EventAnswer.Taken taken) {
            taken.region().ifPresent(region -> visits.learn(SentId.of(taken.uuid()), region));
        }
    }

    /** Sent twice, signals and traits would count twice; an id sync would not. */
    private static HttpCall.Builder request(EventCall event, String query, Target target) {
        boolean small = target.at(PATH).toString().length() + 1 + query.length() <= LONGEST_GET;
        HttpCall.Builder request = small
                ? HttpCall.get(target.at(PATH + "?" + query))
                : HttpCall.post(target.at(PATH), HttpBody.bytes(FORM, query.getBytes(StandardCharsets.US_ASCII)));
        return request.idempotent(event.signals().isEmpty() && event.traits().isEmpty());
    }

    private String query(EventCall event) {
        Query query = new Query()
                .uuid(event.uuid())
                .ecid(event.ecid(), event.organisation().orElse(organisation))
                .declared(event.declaredIds())
                .put("d_blob", event.blob())
                .consent(event.consent())
                .put("d_ptfm", event.platform().map(EventCall.Platform::word));
        numbers(query, "d_sid", Vector.ofAll(event.traits()));
        numbers(query, "d_tdpid", Vector.ofAll(event.targetDataSources()));
        if (event.destinations()) {
            query.put("d_dst", "1");
        }
        if (event.qualifications()) {
            query.put("d_cts", "2");
        }
        signals(query, Vector.ofAll(event.signals()));
        return query.put("d_rtbd", "json").text();
    }

    private static void numbers(Query query, String name, Vector<Long> numbers) {
        if (!numbers.isEmpty()) {
            query.put(name, numbers.mkString(","));
        }
    }

    /** Several values of one key are one parameter. */
    private static void signals(Query query, Vector<Signal> signals) {
        signals.map(Signal::key)
                .distinct()
                .forEach(key -> query.put(
                        key,
                        signals.filter(signal -> signal.key().equals(key))
                                .map(Signal::value)
                                .mkString(",")));
    }

    private static Seq<Violation> size(String query) {
        return query.length() <= LONGEST_POST
                ? Vector.empty()
                : Vector.of(new Violation(
                        "event",
                        "the call has " + query.length() + " bytes; " + LONGEST_POST
                                + " is the most, so send it as several"));
    }
}
