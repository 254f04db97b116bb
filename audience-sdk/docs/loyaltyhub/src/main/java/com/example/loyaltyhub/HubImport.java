// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub;

import io.audiencebridge.adapter.http.HttpAnswer;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.util.Arrays;

/** One import: rows gather in one array, which leaves as a part whenever it is full. No object per member. */
final class HubImport implements KeySink<WriteSummary> {
    private static final int PART = 1 << 20;
    private static final int LONGEST_ROW = 21;

    private final HubClient hub;
    private final String path;
    private final Call call;
    private final byte[] part = new byte[PART];
    private int filled;
    private int parts;
    private long rows;

    HubImport(HubClient hub, String id, Call call) {
        this.hub = hub;
        this.path = "/imports/" + HubClient.encoded(id);
        this.call = call;
    }

    @Override
    public Either<BridgeError, Integer> accept(TextKeys batch) {
        for (int row = 0; row < batch.size(); row++) {
            if (PART - filled < LONGEST_ROW) {
                Either<BridgeError, HttpAnswer> sent = send();
                if (sent.isLeft()) {
                    return Either.left(sent.getLeft());
                }
            }
            write(batch.recipientLow(row));
        }
        rows += batch.size();
        return Either.right(batch.size());
    }

    @Override
    public Either<BridgeError, WriteSummary> finish() {
        return send().flatMap(sent -> hub.put(path + "/commit", new byte[0], call))
                .map(committed -> new WriteSummary(rows, Vector.empty()));
    }

    @Override
    public void abort() {
        hub.delete(path, call); // an import that nobody commits is forgotten in any case
    }

    private Either<BridgeError, HttpAnswer> send() {
        byte[] lines = Arrays.copyOf(part, filled);
        filled = 0;
        return hub.put(path + "/parts/" + parts++, lines, call);
    }

    /** A member id of the hub is a number from 1 on. */
    private void write(long member) {
        int digits = 1;
        for (long rest = member / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = member;
        for (int at = filled + digits - 1; at >= filled; at--) {
            part[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        filled += digits;
        part[filled++] = '\n';
    }
}
