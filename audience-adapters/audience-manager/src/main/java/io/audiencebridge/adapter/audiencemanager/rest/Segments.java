// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Optional;

/** Audience Manager's segments. Blocks; safe for use by several threads. */
public final class Segments {
    private static final Map<String, String> WITH_SIZES = LinkedHashMap.of("includeMetrics", "true");

    private final RestClient rest;
    private final int pageSize;

    /** The segments that {@code rest} sees, {@code pageSize} at a time where all are looked through. */
    public Segments(RestClient rest, int pageSize) {
        this.rest = rest;
        this.pageSize = pageSize;
    }

    /** The segment of that number with its size; none when there is none or it cannot be seen. */
    public Either<BridgeError, Option<Segment>> find(long sid, Call call) {
        return at(Long.toString(sid), call);
    }

    /** The segment of that integration code. */
    public Either<BridgeError, Option<Segment>> coded(String integrationCode, Call call) {
        return at("ic:" + integrationCode, call);
    }

    /** All segments of exactly that name. */
    public Either<BridgeError, Seq<Segment>> named(String name, Call call) {
        Vector<Segment> found = Vector.empty();
        for (int number = 0; ; number++) {
            Either<BridgeError, Listing<Segment>> page =
                    list(LinkedHashMap.of("search", name), new PageRequest(number, pageSize), call);
            if (page.isLeft()) {
                return Either.left(page.getLeft());
            }
            found = found.appendAll(
                    page.get().items().filter(segment -> segment.name().equals(name)));
            if (!page.get().hasNext()) {
                return Either.right(found);
            }
        }
    }

    /** A page with sizes, the newest segment first; {@code search} looks into every text of a segment. */
    public Either<BridgeError, Listing<Segment>> newest(Optional<String> search, PageRequest page, Call call) {
        Map<String, String> query = WITH_SIZES.put("sortBy", "createTime").put("descending", "true");
        return list(search.map(text -> query.put("search", text)).orElse(query), page, call);
    }

    /** Creates a segment. */
    public Either<BridgeError, Segment> create(Draft draft, SegmentRule rule, Call call) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("name", draft.name())
                .put("segmentRule", rule.text())
                .put("dataSourceId", draft.dataSourceId())
                .put("folderId", draft.folderId())
                .put("integrationCode", draft.integrationCode());
        draft.mergeRuleDataSourceId().ifPresent(id -> body.put("mergeRuleDataSourceId", id));
        return rest.create("segments/", body, call).flatMap(answer -> Segment.read(answer, call));
    }

    private Either<BridgeError, Option<Segment>> at(String address, Call call) {
        return Found.read(rest.find("segments/" + address, WITH_SIZES, call), answer -> Segment.read(answer, call));
    }

    private Either<BridgeError, Listing<Segment>> list(Map<String, String> query, PageRequest page, Call call) {
        Map<String, String> paged =
                query.put("page", Integer.toString(page.number())).put("pageSize", Integer.toString(page.size()));
        return rest.read("segments/", paged, call)
                .flatMap(answer -> Listing.read(answer, page.number(), call))
                .flatMap(listing -> Found.each(listing.items(), item -> Segment.read(item, call))
                        .map(items -> new Listing<>(items, listing.hasNext())));
    }
}
