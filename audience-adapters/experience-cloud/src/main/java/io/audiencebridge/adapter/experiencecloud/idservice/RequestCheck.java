// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experiencecloud.idservice;

import io.audiencebridge.adapter.experiencecloud.client.CustomerId;
import io.audiencebridge.adapter.experiencecloud.client.IdRequest;
import io.audiencebridge.adapter.experiencecloud.client.OptOutRequest;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Refuses a request that the service would refuse or cut, before a byte leaves. */
public final class RequestCheck {
    private static final int LONGEST_BLOB = 512;

    private final int mostIds;
    private final int mostOfOneNamespace;

    /** A check with the service's limits. */
    public RequestCheck(int mostIds, int mostOfOneNamespace) {
        this.mostIds = mostIds;
        this.mostOfOneNamespace = mostOfOneNamespace;
    }

    Either<BridgeError, IdRequest> check(IdRequest request) {
        boolean isLong = request.blob()
                .map(blob -> blob.getBytes(StandardCharsets.UTF_8).length > LONGEST_BLOB)
                .orElse(false);
        return verdict(
                request,
                ids(request.customerIds())
                        .appendAll(when(
                                isLong,
                                "blob",
                                "has more than " + LONGEST_BLOB + " bytes; give back what the service gave")));
    }

    Either<BridgeError, OptOutRequest> check(OptOutRequest request) {
        boolean namesNobody =
                request.visitorId().isEmpty() && request.customerIds().isEmpty();
        return verdict(
                request,
                ids(request.customerIds())
                        .appendAll(when(namesNobody, "opt-out", "names nobody; give a visitor or a customer id")));
    }

    private Seq<Violation> ids(List<CustomerId> ids) {
        Vector<CustomerId> all = Vector.ofAll(ids);
        return all.flatMap(CustomerId::violation)
                .appendAll(when(
                        all.size() > mostIds,
                        "customer ids",
                        "are " + all.size() + "; the service takes " + mostIds
                                + " in one call and drops the rest, so make several calls"))
                .appendAll(all.groupBy(CustomerId::namespace)
                        .filter((namespace, members) -> members.size() > mostOfOneNamespace)
                        .toVector()
                        .flatMap(group -> when(
                                true,
                                "customer ids",
                                "of '" + group._1().code() + "' are "
                                        + group._2().size() + "; the service takes " + mostOfOneNamespace
                                        + " of one namespace in one call")));
    }

    private static <T> Either<BridgeError, T> verdict(T request, Seq<Violation> violations) {
        return violations.isEmpty()
                ? Either.right(request)
                : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
    }

    private static Vector<Violation> when(boolean wrong, String subject, String message) {
        return wrong ? Vector.of(new Violation(subject, message)) : Vector.empty();
    }
}
