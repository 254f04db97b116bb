// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudience;
import io.audiencebridge.adapter.experienceplatform.client.PlatformAudienceQuery;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Optional;

/** Calls for audiences, for the client and for the catalog. Safe for use by several threads. */
public final class AudienceCalls {
    static final String AUDIENCES = UpsPages.SERVICE + "audiences";

    private final PlatformClient client;
    private final UpsPages pages;

    AudienceCalls(PlatformClient client, UpsPages pages) {
        this.client = client;
        this.pages = pages;
    }

    /** One page: of so many items, at a mark that the page before told. */
    public Either<BridgeError, AudiencesPage> page(
            PlatformAudienceQuery query, int size, Optional<String> mark, Call call) {
        return pages.page("audiences", parameters(query), size, mark, call)
                .flatMap(page -> page.each(node -> Audiences.read(node, call)))
                .map(page -> new AudiencesPage(page.items(), page.next()));
    }

    /** An audience; none when there is none or it cannot be seen. */
    public Either<BridgeError, Option<PlatformAudience>> find(String id, Call call) {
        return PathId.of("audience", id)
                .flatMap(sound -> client.find(AUDIENCES + "/" + sound, call))
                .flatMap(found -> found.isEmpty()
                        ? Either.right(Option.none())
                        : Audiences.read(bare(found.get()), call).map(Option::some));
    }

    static Parameters parameters(PlatformAudienceQuery query) {
        return Parameters.NONE
                .with("name", query.name())
                .with("description", query.description())
                .with("entityType", query.entityType())
                .with("property", query.property())
                .with("sort", query.sort());
    }

    /** One audience may come as a list of one. */
    private static JsonNode bare(JsonNode answer) {
        JsonNode children = answer.path("children");
        return children.isArray() && children.size() == 1 ? children.get(0) : answer;
    }
}
