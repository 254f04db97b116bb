// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.spi.connector.AudienceOrder;
import io.audiencebridge.domain.spi.connector.MemberWriter;
import io.audiencebridge.domain.spi.connector.PreparedAudience;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;

/** Finds or creates lists by their label and changes their members. */
final class ListWriter implements MemberWriter {
    private final CampaignSettings settings;
    private final CampaignSoap soap;
    private final RecipientLists lists;
    private final NewList newList;

    ListWriter(CampaignSettings settings, CampaignSoap soap, RecipientLists lists) {
        this.settings = settings;
        this.soap = soap;
        this.lists = lists;
        this.newList = new NewList(soap, settings.listFolder());
    }

    @Override
    public Either<BridgeError, PreparedAudience> prepare(AudienceOrder order, Call call) {
        if (order.title().isBlank()) {
            return Either.left(BridgeError.InvalidRequest.of("list", "A list needs a label; give one"));
        }
        return lists.labelled(order.title(), call)
                .flatMap(found -> found.isEmpty() ? create(order, call) : only(found))
                .map(id -> new PreparedAudience(new AudienceRef(order.connection(), id), Optional.empty()));
    }

    @Override
    public Either<BridgeError, Instant> freeStamp(AudienceOrder order, Instant wanted, Call call) {
        return Either.right(wanted);
    }

    @Override
    public Either<BridgeError, KeySink<WriteSummary>> open(WriteOrder order, Call call) {
        return lists.find(order.audience(), call)
                .map(list -> new MembershipSink(
                        new Memberships(soap, list.id()), order.change(), settings.writeBatchSize(), call));
    }

    /** A lost answer to the creation is no failure if the list is there. */
    private Either<BridgeError, String> create(AudienceOrder order, Call call) {
        return newList.create(order.title(), call)
                .fold(
                        lost -> lost instanceof BridgeError.OutcomeUnknown
                                ? lists.labelled(order.title(), call)
                                        .flatMap(found -> found.isEmpty() ? Either.left(lost) : only(found))
                                : Either.left(lost),
                        Either::right);
    }

    private static Either<BridgeError, String> only(Seq<RecipientList> found) {
        return found.size() == 1
                ? Either.right(found.head().id())
                : Either.left(BridgeError.Conflict.of("Several lists have the label '"
                        + found.head().label() + "', those with the ids "
                        + found.map(RecipientList::id).mkString(", ") + "; rename all but one"));
    }
}
