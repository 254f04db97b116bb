// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import io.audiencebridge.adapter.audiencemanager.client.VisitorAnswer;
import io.audiencebridge.adapter.audiencemanager.client.VisitorCall;
import io.audiencebridge.adapter.http.HttpCall;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.ImsOrgId;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Calls to {@code /id}. Source: Experience Cloud ID service, "Direct integration". */
final class VisitorIds {
    private static final String VERSION = "2";

    private final Visits visits;
    private final Target idService;
    private final ImsOrgId organisation;

    VisitorIds(Visits visits, Target idService, ImsOrgId organisation) {
        this.visits = visits;
        this.idService = idService;
        this.organisation = organisation;
    }

    Either<BridgeError, VisitorAnswer> ask(VisitorCall visitor, Call call) {
        Vector<SentId> ids = SentId.of(Optional.empty(), visitor.ecid(), visitor.declaredIds());
        return visits.visit(
                ids,
                Vector.empty(),
                call,
                turn -> visits.line()
                        .send(HttpCall.get(idService.at("/id?" + query(visitor))), idService, turn)
                        .flatMap(answer -> DcsAnswer.read(answer, turn))
                        .peek(answer -> visits.learn(ids, answer))
                        .flatMap(answer -> read(answer, turn))
                        .peek(this::learn));
    }

    private void learn(VisitorAnswer answer) {
        answer.region()
                .ifPresent(region -> visits.learn(SentId.of(Optional.empty(), answer.ecid(), List.of()), region));
    }

    private String query(VisitorCall visitor) {
        return new Query()
                .put("d_ver", VERSION)
                .put("d_orgid", visitor.organisation().orElse(organisation).value())
                .put("d_mid", visitor.ecid().map(Ecid::digits))
                .declared(visitor.declaredIds())
                .put("d_blob", visitor.blob())
                .put("d_rtbd", "json")
                .text();
    }

    private static Either<BridgeError, VisitorAnswer> read(DcsAnswer answer, Call call) {
        if (answer.optedOut()) {
            return Either.right(VisitorAnswer.builder()
                    .optedOut(true)
                    .notices(answer.notices())
                    .build());
        }
        Optional<String> mid = DcsAnswer.text(answer.body(), "d_mid");
        if (answer.dropped() || (mid.isEmpty() && !answer.notices().isEmpty())) {
            return Either.left(answer.refusal(call));
        }
        return Ecid.parse(mid.orElse(""))
                .<BridgeError>mapLeft(
                        wrong -> DcsBody.breach("an answer without an Experience Cloud id of 38 digits", call))
                .map(ecid -> VisitorAnswer.builder()
                        .ecid(ecid)
                        .region(DcsAnswer.number(answer.body(), "dcs_region"))
                        .blob(DcsAnswer.text(answer.body(), "d_blob"))
                        .syncAgainAfter(
                                DcsAnswer.number(answer.body(), "id_sync_ttl").map(Duration::ofSeconds))
                        .notices(answer.notices())
                        .build());
    }
}
