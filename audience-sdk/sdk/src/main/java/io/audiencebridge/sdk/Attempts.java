// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.domain.audience.AudiencePage;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.service.UseCases;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.vavr.control.Either;
import java.util.function.Function;
import java.util.function.Supplier;

/** The door that answers with values: right what was asked for, left what went wrong. A connector that throws is answered as a {@code ProtocolBreach}. */
public final class Attempts {
    private final UseCases useCases;
    private final Supplier<Call> calls;

    Attempts(UseCases useCases, Supplier<Call> calls) {
        this.useCases = useCases;
        this.calls = calls;
    }

    /** A page of the audiences that a connection offers, newest first. */
    public Either<BridgeError, AudiencePage> browse(AudienceQuery query) {
        return within(call -> useCases.browseAudiences().browse(query, call));
    }

    /** Exports a recipient list as a shared audience; the receipt says delivered or waiting. */
    public Either<BridgeError, Receipt> share(ShareRequest request) {
        return within(call -> useCases.shareRecipientList().share(request, call));
    }

    /** Imports a shared audience into a recipient list, whose content is replaced; the receipt says delivered or waiting. */
    public Either<BridgeError, Receipt> importAudience(ImportRequest request) {
        return within(call -> useCases.importSharedAudience().importAudience(request, call));
    }

    /** Goes on with a run that waits, failed or was cancelled, in whatever process it began. */
    public Either<BridgeError, Receipt> resume(RunId run) {
        return within(call -> useCases.resumeRun().resume(run, call));
    }

    /** The one backstop for ports that break their promise not to throw. */
    private <T> Either<BridgeError, T> within(Function<Call, Either<BridgeError, T>> work) {
        Call call = calls.get();
        try {
            return work.apply(call);
        } catch (RuntimeException thrown) {
            return Either.left(new BridgeError.ProtocolBreach(
                    "A connector threw " + thrown.getClass().getName()
                            + " instead of answering; report it to the connector's author",
                    call.incident()));
        }
    }
}
