// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudiencePage;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.util.Locale;
import java.util.Optional;

/** The audiences of an in-memory system, newest first; a page token is the number of audiences before it. */
final class InMemoryCatalog implements AudienceCatalog {
    private final InMemoryWorld world;

    InMemoryCatalog(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public Either<BridgeError, AudiencePage> browse(AudienceQuery query, Call call) {
        return call.check().flatMap(open -> from(query)).map(from -> {
            Seq<Audience> found = world.audiences()
                    .map(world::describe)
                    .filter(audience -> query.search().stream().allMatch(text -> contains(audience.title(), text)));
            int next = from + query.pageSize();
            return new AudiencePage(
                    found.subSequence(Math.min(from, found.size()), Math.min(next, found.size())),
                    next < found.size() ? Optional.of(Integer.toString(next)) : Optional.empty());
        });
    }

    @Override
    public Either<BridgeError, Audience> find(AudienceRef audience, Call call) {
        return call.check().flatMap(open -> world.audience(audience.id())).map(world::describe);
    }

    private static Either<BridgeError, Integer> from(AudienceQuery query) {
        String page = query.page().orElse("0");
        return page.matches("[0-9]{1,9}")
                ? Either.right(Integer.parseInt(page))
                : Either.left(BridgeError.InvalidRequest.of(
                        "page", "'" + page + "' is no page; use the next page that the page before names"));
    }

    private static boolean contains(String title, String text) {
        return title.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
