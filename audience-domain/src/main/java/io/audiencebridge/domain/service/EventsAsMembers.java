// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.EventSource;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.MemberEvents;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** Who enters by the events of one export, as members; whoever leaves is left out. One reader. */
final class EventsAsMembers implements KeySource {
    private final EventSource events;

    EventsAsMembers(EventSource events) {
        this.events = events;
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        return events.next().map(batch -> batch.map(MemberEvents::keys).map(EventsAsMembers::entering));
    }

    @Override
    public void close() {
        events.close();
    }

    private static TextKeys entering(TextKeys batch) {
        TextKeysBuilder rows = new TextKeysBuilder();
        for (int row = 0; row < batch.size(); row++) {
            if (!batch.has(row, TextKeys.LEAVING)) {
                byte marks = batch.has(row, TextKeys.UNDECIDABLE) ? TextKeys.UNDECIDABLE : 0;
                rows.recipient(0, 0).key(batch.text(), batch.start(row), batch.end(row), marks);
            }
        }
        return rows.build();
    }
}
