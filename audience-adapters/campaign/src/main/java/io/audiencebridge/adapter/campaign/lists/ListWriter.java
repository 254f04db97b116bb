// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.ListDraft;
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
import io.vavr.control.Option;
import java.time.Instant;

/** Finds or creates lists by their label and changes their members. */
public final class ListWriter implements MemberWriter {
    private final CampaignSoap soap;
    private final RecipientLists lists;
    private final ListTuning tuning;

    /** A writer of {@code lists}. */
    public ListWriter(CampaignSoap soap, RecipientLists lists, ListTuning tuning) {
        this.soap = soap;
        this.lists = lists;
        this.tuning = tuning;
    }

    @Override
    public Either<BridgeError, PreparedAudience> prepare(AudienceOrder order, Call call) {
        return findOrCreate(order.title(), call)
                .map(list -> PreparedAudience.of(new AudienceRef(order.connection(), list.id())));
    }

    /** The one list of recipients with that label; a new one if there is none. Left: {@code Conflict} when there are several. */
    public Either<BridgeError, CampaignList> findOrCreate(String label, Call call) {
        return named(lists, label, call)
                .flatMap(found -> found.isEmpty()
                        ? new NewList(soap, lists, tuning).create(ListDraft.labelled(label), call)
                        : Either.right(found.get()));
    }

    /** The one list of recipients with that label, if there is one. Left: {@code Conflict} when there are several. */
    static Either<BridgeError, Option<CampaignList>> named(RecipientLists lists, String label, Call call) {
        if (label.isBlank()) {
            return Either.left(BridgeError.InvalidRequest.of("list", "A list needs a label; give one"));
        }
        return lists.labelled(label, call)
                .flatMap(found -> found.isEmpty()
                        ? Either.right(Option.none())
                        : only(found).map(Option::some));
    }

    @Override
    public Either<BridgeError, Instant> freeStamp(AudienceOrder order, Instant wanted, Call call) {
        return Either.right(wanted);
    }

    @Override
    public Either<BridgeError, KeySink<WriteSummary>> open(WriteOrder order, Call call) {
        return lists.writable(order.audience(), call)
                .map(list -> new Memberships(soap, lists, list, tuning.batchSize(), call))
                .map(memberships -> new MembershipSink(memberships, order.change()));
    }

    private static Either<BridgeError, CampaignList> only(Seq<CampaignList> found) {
        return found.size() == 1
                ? Either.right(found.head())
                : Either.left(BridgeError.Conflict.of("Several lists have the label '"
                        + found.head().label() + "', those with the ids "
                        + found.map(CampaignList::id).mkString(", ") + "; rename all but one"));
    }
}
