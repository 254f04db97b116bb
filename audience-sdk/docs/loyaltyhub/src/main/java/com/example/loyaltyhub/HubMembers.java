// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberReader;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Who is in a list, and how that changes: by imports that count once they are committed. */
final class HubMembers implements MemberReader, MemberWriter {
    private final HubClient hub;
    private final LoyaltyHubSettings settings;

    HubMembers(HubClient hub, LoyaltyHubSettings settings) {
        this.hub = hub;
        this.settings = settings;
    }

    @Override
    public Either<BridgeError, MemberFeed> members(AudienceRef audience, DataSource dataSource, Call call) {
        MemberPages pages = MemberPages.keyless(hub, "&list=" + HubClient.encoded(audience.id()), settings, call);
        return pages.begun(HubLists.missing(audience)).map(MemberFeed.Ready::new);
    }

    @Override
    public Either<BridgeError, PreparedAudience> prepare(AudienceOrder order, Call call) {
        return hub.post("/lists", order.title(), "", call)
                .map(answer -> answer.text(StandardCharsets.UTF_8).split(",", 2)[0])
                .map(id -> PreparedAudience.of(new AudienceRef(order.connection(), id)));
    }

    @Override
    public Either<BridgeError, Instant> freeStamp(AudienceOrder order, Instant wanted, Call call) {
        return call.check().map(open -> wanted);
    }

    @Override
    public Either<BridgeError, KeySink<WriteSummary>> open(WriteOrder order, Call call) {
        String change = order.change() == WriteOrder.Change.ADD ? "add" : "remove";
        String path = "/imports?list=" + HubClient.encoded(order.audience().id()) + "&op=" + change;
        return hub.post(path, "", HubLists.missing(order.audience()), call)
                .map(answer -> new HubImport(hub, answer.text(StandardCharsets.UTF_8).strip(), call));
    }
}
