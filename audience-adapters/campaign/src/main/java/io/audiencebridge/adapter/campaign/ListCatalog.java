// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudienceDetails;
import io.audiencebridge.domain.audience.AudiencePage;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Optional;

/** The recipient lists, newest first; a page token is the id of the last list seen. One call a page and one a list, for its size. */
final class ListCatalog implements AudienceCatalog {
    private static final int MOST = 1000;
    private final ConnectionName connection;
    private final RecipientLists lists;

    ListCatalog(ConnectionName connection, RecipientLists lists) {
        this.connection = connection;
        this.lists = lists;
    }

    @Override
    public Either<BridgeError, AudiencePage> browse(AudienceQuery query, Call call) {
        Option<String> before = Option.ofOptional(query.page());
        if (before.exists(page -> !Keyset.isNumber(page))) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "page", "'" + before.get() + "' is no page; use the next page that the page before names"));
        }
        int size = query.pageSize();
        if (size < 1 || size > MOST) {
            return Either.left(BridgeError.InvalidRequest.of("pageSize", size + " must be from 1 to " + MOST));
        }
        Option<String> search = Option.ofOptional(query.search());
        return lists.newest(search, before, size + 1, call)
                .flatMap(found -> sized(found.take(size).filter(list -> search.forAll(list::isLabelledLike)), call)
                        .map(page -> new AudiencePage(page, next(found, size))));
    }

    @Override
    public Either<BridgeError, Audience> find(AudienceRef audience, Call call) {
        return lists.find(audience, call).flatMap(list -> sized(list, call));
    }

    private Either<BridgeError, Seq<Audience>> sized(Seq<RecipientList> found, Call call) {
        Vector<Audience> sized = Vector.empty();
        for (RecipientList list : found) {
            Either<BridgeError, Audience> one = sized(list, call);
            if (one.isLeft()) {
                return Either.left(one.getLeft());
            }
            sized = sized.append(one.get());
        }
        return Either.right(sized);
    }

    private Either<BridgeError, Audience> sized(RecipientList list, Call call) {
        return lists.size(list.id(), call)
                .map(size -> new Audience.RecipientList(AudienceDetails.builder()
                        .ref(new AudienceRef(connection, list.id()))
                        .title(list.label())
                        .description(list.description())
                        .source(list.folder())
                        .modified(list.modified())
                        .size(size)
                        .build()));
    }

    private static Optional<String> next(Seq<RecipientList> found, int size) {
        return found.size() > size ? Optional.of(found.get(size - 1).id()) : Optional.empty();
    }
}
