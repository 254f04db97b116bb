// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.adapter.campaign.client.AmcNames;
import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.ListBinding;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.Keyset;
import io.audiencebridge.adapter.campaign.soap.Row;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Which shared audience fills a list. Its names are a guess (see {@link AmcNames}), so nothing else reads or writes them: an instance that knows other names
 * loses this alone.
 */
public final class ListBindings {
    private static final String NO_DATA_SOURCE = "0";
    private final CampaignSoap soap;
    private final AmcNames names;

    /** The bindings of the lists behind {@code soap}, under the names given. */
    public ListBindings(CampaignSoap soap, AmcNames names) {
        this.soap = soap;
        this.names = names;
    }

    /** The audience that fills {@code list}, if there is one. */
    public Either<BridgeError, Option<ListBinding>> of(CampaignList list, Call call) {
        ListBinding[] found = new ListBinding[1];
        Query query = Query.on(RecipientLists.SCHEMA)
                .select(Vector.of(
                                names.listIsShared(),
                                names.listAudienceId(),
                                names.listAudience(),
                                names.listDataSource())
                        .map(name -> XPath.of("@" + name)))
                .where(Condition.equal(RecipientLists.ID, Keyset.literal(list.id())))
                .limit(1)
                .build();
        return soap.select(query, row -> found[0] = read(row), call)
                .mapLeft(this::named)
                .map(read -> Option.of(found[0])
                        .filter(binding -> !binding.audienceId().isEmpty()));
    }

    /** Binds {@code list}. Left: {@code Conflict} when another audience or data source fills it. */
    public Either<BridgeError, CampaignList> bind(CampaignList list, ListBinding binding, Call call) {
        if (binding.audienceId().isBlank() || !Keyset.isId(binding.dataSource())) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "binding",
                    "needs the audience's id and the id of an AMC data source in Campaign; '" + binding.audienceId()
                            + "' and '" + binding.dataSource() + "' are not both"));
        }
        return of(list, call)
                .flatMap(present -> present.isEmpty() || isSame(present.get(), binding)
                        ? write(list, "1", binding.audienceId(), binding.audience(), binding.dataSource(), call)
                        : Either.left(BridgeError.Conflict.of("List " + list.id() + " is filled from audience "
                                + present.get().audienceId() + " by data source "
                                + present.get().dataSource() + "; end that binding first, or bind another list")));
    }

    /** Ends what fills {@code list}. */
    public Either<BridgeError, CampaignList> unbind(CampaignList list, Call call) {
        return of(list, call)
                .flatMap(present ->
                        present.isEmpty() ? Either.right(list) : write(list, "0", "", "", NO_DATA_SOURCE, call));
    }

    private Either<BridgeError, CampaignList> write(
            CampaignList list, String shared, String audienceId, String audience, String dataSource, Call call) {
        return new ListEditing(soap)
                .update(
                        list,
                        out -> out.attribute(names.listIsShared(), shared)
                                .attribute(names.listAudienceId(), audienceId)
                                .attribute(names.listAudience(), audience)
                                .attribute(names.listDataSource(), dataSource),
                        call)
                .mapLeft(this::named)
                .map(written -> list);
    }

    private ListBinding read(Row row) {
        boolean bound = row.isTrue(names.listIsShared());
        return ListBinding.builder()
                .audienceId(bound ? row.text(names.listAudienceId()) : "")
                .audience(row.text(names.listAudience()))
                .dataSource(row.text(names.listDataSource()))
                .build();
    }

    private static boolean isSame(ListBinding one, ListBinding other) {
        return one.audienceId().equals(other.audienceId()) && one.dataSource().equals(other.dataSource());
    }

    /** A name that the instance does not know is most likely one of ours. */
    private BridgeError named(BridgeError error) {
        return error instanceof BridgeError.InvalidRequest unknown
                ? new BridgeError.InvalidRequest(
                        unknown.violations()
                                .append(new Violation(
                                        "campaign.amcNames",
                                        "name what records a list's audience; correct them after the instance's schema of "
                                                + RecipientLists.SCHEMA)),
                        unknown.incident())
                : error;
    }
}
