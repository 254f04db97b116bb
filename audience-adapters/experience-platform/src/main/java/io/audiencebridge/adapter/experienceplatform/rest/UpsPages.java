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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists of the Segmentation Service. Where a page goes on stands in its link, or in the member {@code _page}, which one page spells {@code _pages}. Of a link
 * only the mark is taken: it never leads to another host. Source: experience-cloud.md, section 4.8.
 */
final class UpsPages {
    static final String SERVICE = "/data/core/ups/";

    private static final String START = "start";
    private static final Pattern IN_LINK = Pattern.compile("[?&](?:start|offset)=([^&#]+)");

    private final PlatformClient client;
    private final int pageSize;

    UpsPages(PlatformClient client, int pageSize) {
        this.client = client;
        this.pageSize = pageSize;
    }

    /** Pages overlap or not, since pages disagree on whether a mark counts pages or items: nothing is told twice in either case. */
    <T> Pages<T> pages(
            String list,
            Parameters query,
            Function<JsonNode, Either<BridgeError, T>> reader,
            Function<T, String> id,
            Call call) {
        return new PageReader<>(
                mark -> page(list, query, pageSize, mark, call).flatMap(page -> page.each(reader)), id, call);
    }

    Either<BridgeError, Listing<JsonNode>> page(
            String list, Parameters query, int size, Optional<String> mark, Call call) {
        return page(list, query.with(START, mark).with("limit", size), Map.of(), call);
    }

    Either<BridgeError, Listing<JsonNode>> page(String list, Parameters query, Map<String, String> headers, Call call) {
        return client.read(SERVICE + list, query, headers, call)
                .flatMap(answer -> Listing.items(answer, call, "children", "segments", "records", "entities")
                        .map(items -> new Listing<>(items, next(answer, items), total(answer))));
    }

    /** Pages that only count their number tell by their total whether more follow. */
    private static Optional<String> next(JsonNode answer, Seq<JsonNode> items) {
        if (items.isEmpty()) {
            return Optional.empty();
        }
        Fields page = page(answer);
        Optional<String> link = new Fields(answer)
                .at("_links")
                .at("next")
                .text("href")
                .or(() -> new Fields(answer).at("link").text("next"))
                .flatMap(UpsPages::inLink);
        return link.or(() -> page.text("next").map(next -> inLink(next).orElse(next)))
                .filter(next -> !next.equals("0"))
                .filter(next -> isBelow(next, page.number("totalCount")));
    }

    /** A last page may still name a next one; where marks are counts, the total tells. */
    private static boolean isBelow(String next, OptionalLong total) {
        return total.isEmpty() || !next.matches("[0-9]{1,18}") || Long.parseLong(next) < total.getAsLong();
    }

    private static OptionalLong total(JsonNode answer) {
        return page(answer).number("totalCount");
    }

    private static Fields page(JsonNode answer) {
        Fields fields = new Fields(answer);
        return answer.path("_page").isObject()
                ? fields.at("_page")
                : answer.path("_pages").isObject() ? fields.at("_pages") : fields.at("page");
    }

    private static Optional<String> inLink(String href) {
        Matcher found = IN_LINK.matcher(href);
        return found.find() ? Optional.of(URLDecoder.decode(found.group(1), StandardCharsets.UTF_8)) : Optional.empty();
    }
}
