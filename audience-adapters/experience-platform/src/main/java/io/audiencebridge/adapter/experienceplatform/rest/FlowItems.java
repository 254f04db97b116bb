// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.experienceplatform.client.Pages;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists of Flow Service. A page tells how to go on by a token, or by a link that holds one. */
final class FlowItems {
    private static final String TOKEN = "continuationToken";
    private static final Pattern IN_LINK = Pattern.compile("[?&]" + TOKEN + "=([^&#]+)");

    private final PlatformClient client;
    private final int pageSize;

    FlowItems(PlatformClient client, int pageSize) {
        this.client = client;
        this.pageSize = pageSize;
    }

    <T> Pages<T> pages(
            String list,
            Parameters query,
            Function<JsonNode, Either<BridgeError, T>> reader,
            Function<T, String> id,
            Call call) {
        return new PageReader<>(
                mark -> page(list, query.with("limit", pageSize).with(TOKEN, mark), call)
                        .flatMap(page -> page.each(reader)),
                id,
                call);
    }

    private Either<BridgeError, Listing<JsonNode>> page(String list, Parameters query, Call call) {
        return client.read(FlowCalls.SERVICE + list, query, call)
                .flatMap(answer -> Listing.items(answer, call, "items")
                        .map(items -> new Listing<>(items, next(answer, items), total(answer))));
    }

    private static Optional<String> next(JsonNode answer, Seq<JsonNode> items) {
        Fields fields = new Fields(answer);
        Optional<String> token = fields.text(TOKEN)
                .or(() -> fields.at("_page").text(TOKEN, "next"))
                .or(() -> fields.at("_links").at("next").text("href").flatMap(FlowItems::inLink));
        return items.isEmpty() ? Optional.empty() : token;
    }

    private static OptionalLong total(JsonNode answer) {
        return new Fields(answer).at("_page").number("totalCount");
    }

    private static Optional<String> inLink(String href) {
        Matcher found = IN_LINK.matcher(href);
        return found.find() ? Optional.of(URLDecoder.decode(found.group(1), StandardCharsets.UTF_8)) : Optional.empty();
    }
}
