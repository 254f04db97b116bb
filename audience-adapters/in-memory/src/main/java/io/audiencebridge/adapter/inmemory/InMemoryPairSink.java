// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.sharing.LinkState;
import io.audiencebridge.domain.spi.connector.IdPairSink;
import io.audiencebridge.domain.spi.connector.IdSyncWrite;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Gathers pairs and maps them at {@link #finish}, so that an aborted sink leaves no trace. */
final class InMemoryPairSink implements IdPairSink {
    private final IdSyncWrite order;
    private final InMemoryIdSyncs syncs;
    private final Call call;
    private final KeyTranslator visitors;
    private final KeyTranslator declared;
    private final byte[] unused = new byte[KeyTranslator.LONGEST];
    private final List<InMemoryLink> pairs = new ArrayList<>();

    InMemoryPairSink(IdSyncWrite order, InMemoryIdSyncs syncs, Call call) {
        this.order = order;
        this.syncs = syncs;
        this.call = call;
        this.visitors = KeyTranslator.checkingWire(order.visitors().key());
        this.declared = KeyTranslator.checkingWire(order.declared().key());
    }

    @Override
    public Either<BridgeError, Integer> accept(TextKeys visitorIds, TextKeys declaredIds) {
        if (visitorIds.size() != declaredIds.size()) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "pairs",
                    visitorIds.size() + " visitor ids and " + declaredIds.size()
                            + " declared ids are no pairs; give one for each"));
        }
        return call.check().map(open -> gather(visitorIds, declaredIds));
    }

    @Override
    public Either<BridgeError, WriteSummary> finish() {
        return call.check().flatMap(open -> syncs.finish(order, List.copyOf(pairs)));
    }

    @Override
    public void abort() {
        pairs.clear();
    }

    private int gather(TextKeys visitorIds, TextKeys declaredIds) {
        int before = pairs.size();
        for (int row = 0; row < visitorIds.size(); row++) {
            if (isSound(visitors, visitorIds, row) && isSound(declared, declaredIds, row)) {
                pairs.add(new InMemoryLink(
                        Ecid.parse(text(visitorIds, row)).get(),
                        order.declared().id(),
                        text(declaredIds, row),
                        LinkState.UNKNOWN));
            }
        }
        return pairs.size() - before;
    }

    private boolean isSound(KeyTranslator keys, TextKeys batch, int row) {
        return keys.translate(batch.text(), batch.start(row), batch.end(row), unused) != KeyTranslator.INVALID;
    }

    private static String text(TextKeys batch, int row) {
        return new String(batch.text(), batch.start(row), batch.end(row) - batch.start(row), StandardCharsets.UTF_8);
    }
}
