// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub;

import io.audiencebridge.domain.audience.Audience;
import io.audiencebridge.domain.audience.AudienceDetails;
import io.audiencebridge.domain.audience.AudiencePage;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.AudienceCatalog;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The hub's lists, newest first. */
final class HubLists implements AudienceCatalog {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final HubClient hub;
    private final ConnectionName connection;

    HubLists(HubClient hub, ConnectionName connection) {
        this.hub = hub;
        this.connection = connection;
    }

    @Override
    public Either<BridgeError, AudiencePage> browse(AudienceQuery query, Call call) {
        String from = query.page().orElse("0");
        if (!NUMBER.matcher(from).matches()) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "page", "'" + from + "' is no page; use the next page that the page before names"));
        }
        String path = "/lists?offset=" + from + "&limit=" + query.pageSize()
                + query.search().map(text -> "&search=" + HubClient.encoded(text)).orElse("");
        return hub.get(path, "", call)
                .map(answer -> new AudiencePage(
                        Vector.ofAll(answer.text(StandardCharsets.UTF_8).lines()).map(this::list),
                        answer.header("X-Next")));
    }

    @Override
    public Either<BridgeError, Audience> find(AudienceRef audience, Call call) {
        return hub.get("/lists/" + HubClient.encoded(audience.id()), missing(audience), call)
                .map(answer -> list(answer.text(StandardCharsets.UTF_8).strip()));
    }

    /** What to say where the hub has no such list. */
    static String missing(AudienceRef list) {
        return "LoyaltyHub has no list '" + list.id() + "'; browse the connection for its lists";
    }

    /** {@code id,members,title}. */
    private Audience list(String line) {
        String[] parts = line.split(",", 3);
        return new Audience.RecipientList(AudienceDetails.builder()
                .ref(new AudienceRef(connection, parts[0]))
                .size(Long.parseLong(parts[1]))
                .title(parts[2])
                .build());
    }
}
