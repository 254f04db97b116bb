// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.idservice;

import io.audiencebridge.adapter.experiencecloud.client.ServiceNotice;
import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Duration;

/** What a refusal of the service means, and what to do next. The service's own words are never repeated, since they may hold ids. */
final class Refusals {
    /** As long as Adobe's mobile SDKs wait before they repeat. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private static final int REQUEST_TIMEOUT = 408;

    private Refusals() {}

    static Either<BridgeError, HttpAnswer> accepted(HttpAnswer answer) {
        if (answer.status() == REQUEST_TIMEOUT) {
            BridgeError plain = answer.error("");
            return Either.left(new BridgeError.Unavailable(plain.message(), plain.incident(), PAUSE));
        }
        return answer.accepted();
    }

    /** The refusal that the most telling of {@code notices} means; the service answers 200 with it. */
    static BridgeError error(HttpAnswer answer, Seq<ServiceNotice> notices) {
        Incident incident = Incident.builder()
                .from(answer.error("").incident())
                .codes(notices.map(notice -> Integer.toString(notice.code())).asJava())
                .build();
        ServiceNotice telling = notices.minBy(ServiceNotice::kind).get();
        String said = "The ID service refused the call: " + notices.mkString(", ");
        return switch (telling.kind()) {
            case RETRYABLE -> new BridgeError.Unavailable(said + "; repeat later", incident, PAUSE);
            case CONFIGURATION ->
                new BridgeError.AccessDenied(
                        said + "; compare organisation and address with the Admin Console, or ask Adobe to set up the"
                                + " company",
                        incident);
            case AUTHORISATION -> new BridgeError.AccessDenied(said + "; sign in anew", incident);
            case INPUT ->
                new BridgeError.InvalidRequest(
                        Vector.ofAll(notices)
                                .map(notice -> new Violation(
                                        "id service", notice + "; check the ids of the request, none of it was done")),
                        incident);
            case DEFECT -> new BridgeError.ProtocolBreach(said + "; report it", incident);
            default -> new BridgeError.RejectedBySystem(said + "; look the codes up in the DCS error codes", incident);
        };
    }
}
