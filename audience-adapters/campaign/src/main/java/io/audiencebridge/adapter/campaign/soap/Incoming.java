// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Either;

/**
 * An answer that has begun. Must be closed, which frees the connection and ends the watch.
 *
 * @param request what it answers
 * @param http the answer
 * @param watch tells those who listen
 * @param call on whose behalf
 */
record Incoming(SoapCall request, HttpAnswer.Streaming http, Watch watch, Call call) implements AutoCloseable {
    /** {@code outcome}, told to those who listen, and closed unless it is an answer that is handed on. */
    <T> Either<Cut, Either<Fault, T>> settled(Either<Cut, Either<Fault, T>> outcome) {
        if (outcome.isLeft()) {
            watch.failed(outcome.getLeft().error());
            close();
        } else if (outcome.get().isLeft()) {
            Fault fault = outcome.get().getLeft();
            watch.fault(fault, fault.asksForSignIn() ? null : Refusals.error(request, fault, call));
            close();
        }
        return outcome;
    }

    /** That it is not what was asked for. */
    BridgeError breach(String what) {
        return new BridgeError.ProtocolBreach(
                "Campaign answered " + request + " with " + what
                        + "; check that the address is that of the instance itself, and what stands between",
                Incident.at(SystemId.CAMPAIGN, call.correlationId()));
    }

    @Override
    public void close() {
        http.close();
        watch.close();
    }
}
