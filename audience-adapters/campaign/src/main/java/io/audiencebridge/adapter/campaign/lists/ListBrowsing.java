// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.ListFolder;
import io.audiencebridge.adapter.campaign.client.ListPage;
import io.audiencebridge.adapter.campaign.client.ListQuery;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.soap.Keyset;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Optional;

/** Pages of lists; a page token is the id of the last list seen, so that lists that come or go meanwhile shift nothing. */
final class ListBrowsing {
    private static final int MOST = 1000;

    /** Folders in one condition. UNVERIFIED: what an IN takes; deeper trees are browsed folder by folder. */
    private static final int MOST_FOLDERS = 500;

    private static final XPath FOLDER = XPath.of("@folder-id");

    private final RecipientLists lists;

    ListBrowsing(RecipientLists lists) {
        this.lists = lists;
    }

    /** A page of the lists whose members can be read. */
    Either<BridgeError, ListPage> readable(ListQuery query, Call call) {
        return page(query, Vector.of(RecipientLists.READABLE, RecipientLists.NOT_DELETED), call);
    }

    /** A page of all lists, or of those in the folders given. */
    Either<BridgeError, ListPage> of(ListQuery query, Seq<ListFolder> folders, Call call) {
        if (folders.size() > MOST_FOLDERS) {
            return refused(
                    "folder",
                    "has " + folders.size()
                            + " folders below it, more than one call can ask for; browse them one by one");
        }
        Seq<Condition> within = folders.isEmpty()
                ? Vector.empty()
                : Vector.of(Condition.in(
                        FOLDER,
                        folders.map(folder -> Keyset.literal(folder.id())).asJava()));
        Seq<Condition> there = query.deleted() ? within : within.append(RecipientLists.NOT_DELETED);
        return page(query, there, call);
    }

    private Either<BridgeError, ListPage> page(ListQuery query, Seq<Condition> which, Call call) {
        return sound(query)
                .flatMap(asked -> lists.newest(which.appendAll(conditions(asked)), asked.pageSize() + 1, call))
                .flatMap(found -> shown(query, found, call));
    }

    private static Either<BridgeError, ListQuery> sound(ListQuery query) {
        if (query.page().filter(page -> !Keyset.isId(page)).isPresent()) {
            return refused(
                    "page", "'" + query.page().get() + "' is no page; use the next page that the page before names");
        }
        return query.pageSize() >= 1 && query.pageSize() <= MOST
                ? Either.right(query)
                : refused("pageSize", query.pageSize() + " must be from 1 to " + MOST);
    }

    private static Seq<Condition> conditions(ListQuery query) {
        return Option.ofOptional(query.search())
                .map(RecipientLists::labelledLike)
                .toVector()
                .appendAll(Option.ofOptional(query.page()).map(RecipientLists::before));
    }

    private Either<BridgeError, ListPage> shown(ListQuery query, Seq<CampaignList> found, Call call) {
        int size = query.pageSize();
        Seq<CampaignList> shown = found.take(size)
                .filter(list -> query.search()
                        .map(text -> RecipientLists.isLabelledLike(list, text))
                        .orElse(true));
        Optional<String> next =
                found.size() > size ? Optional.of(found.get(size - 1).id()) : Optional.empty();
        return (query.sizes() ? lists.sized(shown, call) : Either.<BridgeError, Seq<CampaignList>>right(shown))
                .map(page -> new ListPage(page, next));
    }

    private static <T> Either<BridgeError, T> refused(String subject, String message) {
        return Either.left(BridgeError.InvalidRequest.of(subject, message));
    }
}
