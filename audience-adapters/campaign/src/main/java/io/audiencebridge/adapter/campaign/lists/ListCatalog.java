// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.ListQuery;
import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudienceDetails;
import io.audiencebridge.domain.audience.AudiencePage;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;

/** The lists whose members can be read, newest first. One call a page and one a list, for its size. */
public final class ListCatalog implements AudienceCatalog {
    private final ConnectionName connection;
    private final RecipientLists lists;

    /** The lists, seen through {@code connection}. */
    public ListCatalog(ConnectionName connection, RecipientLists lists) {
        this.connection = connection;
        this.lists = lists;
    }

    @Override
    public Either<BridgeError, AudiencePage> browse(AudienceQuery query, Call call) {
        ListQuery asked = ListQuery.builder()
                .search(query.search())
                .page(query.page())
                .pageSize(query.pageSize())
                .sizes(true)
                .build();
        return new ListBrowsing(lists)
                .readable(asked, call)
                .map(page -> new AudiencePage(page.lists().map(this::audience), page.next()));
    }

    @Override
    public Either<BridgeError, Audience> find(AudienceRef audience, Call call) {
        return lists.readable(audience, call)
                .flatMap(list -> lists.sized(list, call))
                .map(this::audience);
    }

    private Audience audience(CampaignList list) {
        return new Audience.RecipientList(AudienceDetails.builder()
                .ref(new AudienceRef(connection, list.id()))
                .title(list.label())
                .description(list.description())
                .source(list.folder())
                .active(list.state() == CampaignList.State.PRESENT)
                .modified(list.modified())
                .size(list.size())
                .build());
    }
}
