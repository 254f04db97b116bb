// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.trials.faults;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.Run;
import io.vavr.control.Either;

/** Files of Experience Platform become a list; they may be encrypted to a key of ours. */
final class Receiving extends RunCase {
    private final boolean encrypted;

    Receiving(boolean encrypted) {
        this.encrypted = encrypted;
    }

    @Override
    public void prepare(World world, AudienceBridge bridge) {
        PlatformExports.write(world, encrypted);
    }

    /** Exports of which something is missing are left for the next time, and the receipt says which. */
    @Override
    Either<BridgeError, Receipt> whole(World world, AudienceBridge bridge, Receipt receipt) {
        return receipt.notices().stream()
                .filter(notice -> notice.contains("is not complete"))
                .findFirst()
                .<Either<BridgeError, Receipt>>map(notice -> {
                    forgetRun();
                    return Either.left(waits(notice));
                })
                .orElseGet(() -> Either.right(receipt));
    }

    /** What is left for the next time is another run's, so how the list changed is of one attempt; what it holds in the end is not. */
    @Override
    String told(Receipt receipt) {
        return Told.withChangesOfOneRun(receipt);
    }

    @Override
    Either<BridgeError, Run> begin(World world, AudienceBridge bridge) {
        return bridge.attempts()
                .start(ReceiveRequest.builder()
                        .audience(new AudienceRef(Wiring.PLATFORM, PlatformExports.AUDIENCE))
                        .into(Wiring.CAMPAIGN)
                        .list("From Platform")
                        .key(Declared.builder()
                                .field("email")
                                .content(KeyContent.EMAIL)
                                .build())
                        .build());
    }
}
