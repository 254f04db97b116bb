// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.WriteOrder.Change;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/** Gathers a change and makes it at {@link #finish}, so that an aborted one leaves no trace. */
final class InMemorySink implements KeySink<WriteSummary> {
    private final InMemoryWorld.Members audience;
    private final Change change;
    private final boolean ofRecipients;
    private final Set<RecipientId> recipients = new TreeSet<>();
    private final Set<String> keys = new TreeSet<>();
    private long rows;

    InMemorySink(InMemoryWorld.Members audience, Change change, boolean ofRecipients) {
        this.audience = audience;
        this.change = change;
        this.ofRecipients = ofRecipients;
    }

    @Override
    public Either<BridgeError, Integer> accept(TextKeys batch) {
        for (int row = 0; row < batch.size(); row++) {
            if (ofRecipients) {
                recipients.add(new RecipientId(batch.recipientHigh(row), batch.recipientLow(row)));
            } else {
                int start = batch.start(row);
                keys.add(new String(batch.text(), start, batch.end(row) - start, StandardCharsets.UTF_8));
            }
        }
        rows += batch.size();
        return Either.right(batch.size());
    }

    @Override
    public Either<BridgeError, WriteSummary> finish() {
        if (change == Change.ADD) {
            audience.recipients().addAll(recipients);
            audience.keys().addAll(keys);
        } else {
            audience.recipients().removeAll(recipients);
            audience.keys().removeAll(keys);
        }
        return Either.right(new WriteSummary(rows, Vector.empty()));
    }

    @Override
    public void abort() {
        recipients.clear();
        keys.clear();
    }
}
