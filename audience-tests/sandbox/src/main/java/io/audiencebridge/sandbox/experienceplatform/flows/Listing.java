// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.flows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.experienceplatform.rest.Problem;
import io.audiencebridge.sandbox.experienceplatform.rest.Reply;
import io.audiencebridge.sandbox.experienceplatform.rest.RestRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of a list: filtered by properties, cut by {@code limit}, gone on with by {@code continuationToken}. UNVERIFIED: where the token
 * of the next page stands; here it is in {@code _page} and in the address of {@code _links}.
 */
final class Listing {
    private static final int MOST = 100;
    private static final int USUAL = 20;

    private Listing() {}

    static Reply of(RestRequest request, String kind, Stream<? extends JsonNode> documents) {
        List<Filter> filters =
                request.values("property").stream().map(Filter::of).toList();
        List<? extends JsonNode> all = documents
                .filter(document -> filters.stream().allMatch(filter -> filter.matches(document)))
                .toList();
        int limit = request.count("limit", USUAL);
        if (limit < 1 || limit > MOST) {
            throw Problem.flows(400, "limit must be between 1 and " + MOST);
        }
        int from =
                Math.min(request.value("continuationToken").map(Listing::place).orElse(0), all.size());
        int to = Math.min(from + limit, all.size());
        ObjectNode page = Reply.object();
        ArrayNode items = page.putArray("items");
        all.subList(from, to).forEach(items::add);
        ObjectNode cut = page.putObject("_page").put("count", to - from);
        ObjectNode links = page.putObject("_links");
        if (to < all.size()) {
            String token = token(to);
            cut.put("next", token);
            String rest = request.queryWithout("limit", "continuationToken");
            links.putObject("next")
                    .put("href", "/" + kind + "?" + rest + "limit=" + limit + "&continuationToken=" + token);
        }
        return Reply.ok(page);
    }

    private static String token(int place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("from:" + place).getBytes(StandardCharsets.US_ASCII));
    }

    private static int place(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
            if (text.matches("from:\\d{1,9}")) {
                return Integer.parseInt(text.substring("from:".length()));
            }
        } catch (IllegalArgumentException e) {
            throw Problem.flows(400, "Invalid continuationToken");
        }
        throw Problem.flows(400, "Invalid continuationToken");
    }
}
