// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.audiencemanager.dcs.Region;
import java.util.Locale;

/** {@code /dcs-regions}, which nobody changes. Source: audience-manager.md, sections 1.8 and 2.10. */
final class RegionResource extends Resource {
    RegionResource(Company company) {
        super(new Shelf("Region", "regionId"));
        Region.ALL.forEach(region -> company.add(shelf(), item(region)));
    }

    private static ObjectNode item(Region region) {
        String code = region.host().replaceFirst("\\..*", "").toUpperCase(Locale.ROOT);
        return JsonNodeFactory.instance
                .objectNode()
                .put("regionId", region.id())
                .put("location", region.place())
                .put("host", region.host())
                .put("code", code)
                .put("status", "ACTIVE");
    }

    @Override
    ObjectNode create(JsonNode body) {
        throw ApiError.method("POST");
    }

    @Override
    void replace(ObjectNode item, JsonNode body) {
        throw ApiError.method("PUT");
    }

    @Override
    void checkDeletable(ObjectNode item) {
        throw ApiError.method("DELETE");
    }
}
