// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.dcs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.audiencemanager.profiles.Visit;
import io.audiencebridge.sandbox.audiencemanager.profiles.Visits;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A profile as the Customer Data API shows it. Source: audience-manager.md, section 6.10.
 *
 * <p>UNVERIFIED: that each region's summary is the same; the richer shape of a summary.
 */
final class ProfileView {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final String PROVIDER = "data provider name";
    private static final String COMPANY = "Sandbox";

    private final Partner partner;
    private final Visits visits;
    private final Bindings bindings;

    ProfileView(Collector collector) {
        this.partner = collector.partner();
        this.bindings = collector.bindings();
        this.visits = partner.visits();
    }

    /** The profile of an id; empty if nobody ever heard of it. */
    Optional<ObjectNode> of(long dataSource, String id, List<Long> regions) {
        if (dataSource == Caller.DEVICES) {
            return visits.isKnown(id)
                    ? Optional.of(view(dataSource, id, new Visit(id, Optional.empty()), regions))
                    : Optional.empty();
        }
        return visits.deviceOf(dataSource, id)
                .map(uuid -> new Visit(uuid, Optional.of(new Visit.DeclaredId(dataSource, id))))
                .map(visit -> view(dataSource, id, visit, regions));
    }

    private ObjectNode view(long dataSource, String id, Visit visit, List<Long> regions) {
        Set<Long> traits = visits.traits(visit);
        Set<Long> segments = visits.segments(visit);
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        ArrayNode summaries = view.putArray("summaries");
        for (long region : regions.isEmpty() ? List.of((long) Region.NEAREST) : regions) {
            summaries
                    .addObject()
                    .put("regionId", region)
                    .put("source", "REALTIME")
                    .putObject("profileSummary")
                    .put("firstPartyTraitsCount", traits.size())
                    .put("thirdPartyTraitsCount", 0)
                    .put("segmentsCount", segments.size());
        }
        ObjectNode profile = view.putObject("profile").put("id", id);
        profile.set("namespace", namespace(dataSource));
        ObjectNode data = profile.putObject("data");
        traits.forEach(sid -> trait(data.withArray("traits").addObject(), sid, visit));
        segments.forEach(sid -> described(data.withArray("segments").addObject(), Partner.Kind.SEGMENT, sid));
        links(profile.putArray("links"), dataSource, visit.uuid(), id);
        return view;
    }

    private void trait(ObjectNode item, long sid, Visit visit) {
        described(item, Partner.Kind.TRAIT, sid).put("type", "1st party");
        visits.lastRealized(visit, sid).ifPresent(at -> item.put("last realization", TIME.format(at)));
    }

    private ObjectNode described(ObjectNode item, Partner.Kind kind, long sid) {
        item.put("id", sid).put(PROVIDER, COMPANY);
        partner.described(kind, sid)
                .ifPresent(found -> item.put("name", found.name()).put("description", found.description()));
        return item;
    }

    private ObjectNode namespace(long dataSource) {
        ObjectNode namespace = JsonNodeFactory.instance.objectNode().put("id", dataSource);
        if (dataSource == Caller.DEVICES) {
            return namespace
                    .put("integration code", "CORE")
                    .put(PROVIDER, "Demdex, Inc")
                    .put("type", "COOKIE");
        }
        namespace.put(PROVIDER, COMPANY);
        partner.described(Partner.Kind.DATA_SOURCE, dataSource)
                .ifPresent(
                        found -> namespace.put("integration code", found.code()).put("type", found.type()));
        return namespace;
    }

    private void links(ArrayNode links, long dataSource, String uuid, String id) {
        if (dataSource != Caller.DEVICES) {
            link(links, Caller.DEVICES, uuid, bindings.at(uuid, dataSource, id));
            return;
        }
        partner.dataSources()
                .forEach(source -> visits.declaredIds(uuid, source)
                        .forEach(bound -> link(links, source, bound, bindings.at(uuid, source, bound))));
    }

    private void link(ArrayNode links, long dataSource, String id, Optional<Instant> at) {
        ObjectNode link = links.addObject().put("id", id);
        link.set("namespace", namespace(dataSource));
        at.ifPresent(time -> link.put("linking datetime", TIME.format(time)));
    }
}
