// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.CampaignLists;
import io.audiencebridge.adapter.campaign.client.ListBinding;
import io.audiencebridge.adapter.campaign.client.ListDraft;
import io.audiencebridge.adapter.campaign.client.ListEdit;
import io.audiencebridge.adapter.campaign.client.ListFolder;
import io.audiencebridge.adapter.campaign.client.ListPage;
import io.audiencebridge.adapter.campaign.client.ListQuery;
import io.audiencebridge.adapter.campaign.client.MembershipReport;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.spi.connector.WriteOrder.Change;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.InstantSource;

/** The lists of an instance, for whoever calls Campaign directly. */
public final class ListClient implements CampaignLists {
    private final CampaignSoap soap;
    private final InstantSource clock;
    private final ListTuning tuning;
    private final MemberReading reading;

    /**
     * The lists behind {@code soap}.
     *
     * @param clock tells which lists' time is over
     * @param reading reads who is in a list
     */
    public ListClient(CampaignSoap soap, InstantSource clock, ListTuning tuning, MemberReading reading) {
        this.soap = soap;
        this.clock = clock;
        this.tuning = tuning;
        this.reading = reading;
    }

    @Override
    public Either<BridgeError, Seq<ListFolder>> folders(CallOptions options) {
        return work(options).folders();
    }

    @Override
    public Either<BridgeError, ListPage> browse(ListQuery query, CallOptions options) {
        return work(options).browse(query);
    }

    @Override
    public Either<BridgeError, CampaignList> find(String list, CallOptions options) {
        return work(options).find(list);
    }

    @Override
    public Either<BridgeError, CampaignList> create(ListDraft draft, CallOptions options) {
        return work(options).create(draft);
    }

    @Override
    public Either<BridgeError, CampaignList> edit(String list, ListEdit edit, CallOptions options) {
        return work(options).edit(list, edit);
    }

    @Override
    public Either<BridgeError, KeySource> members(String list, CallOptions options) {
        return work(options).members(list);
    }

    @Override
    public Either<BridgeError, MembershipReport> add(String list, KeySource members, CallOptions options) {
        return work(options).change(list, Change.ADD, members);
    }

    @Override
    public Either<BridgeError, MembershipReport> remove(String list, KeySource members, CallOptions options) {
        return work(options).change(list, Change.REMOVE, members);
    }

    @Override
    public Either<BridgeError, MembershipReport> replace(String list, KeySource members, CallOptions options) {
        return work(options).replace(list, members);
    }

    @Override
    public Either<BridgeError, MembershipReport> empty(String list, CallOptions options) {
        return work(options).replace(list, IdSet.EMPTY);
    }

    @Override
    public Either<BridgeError, Option<ListBinding>> binding(String list, CallOptions options) {
        return work(options).binding(list);
    }

    @Override
    public Either<BridgeError, CampaignList> bind(String list, ListBinding binding, CallOptions options) {
        return work(options).bind(list, binding);
    }

    @Override
    public Either<BridgeError, CampaignList> unbind(String list, CallOptions options) {
        return work(options).unbind(list);
    }

    /** One call of a user's: its own line to Campaign, its own time. */
    private ListWork work(CallOptions options) {
        return new ListWork(soap.with(options), clock, tuning, reading, options.begin());
    }
}
