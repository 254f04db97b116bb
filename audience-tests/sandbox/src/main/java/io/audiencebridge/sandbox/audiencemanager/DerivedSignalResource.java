// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code /signals/derived}. Source: audience-manager.md, sections 1.6 and 2.10. */
final class DerivedSignalResource extends Resource {
    private static final int LONGEST = 228;
    private static final List<String> PARTS = List.of("sourceKey", "sourceValue", "targetKey", "targetValue");
    private static final Schema BODY =
            new Schema().texts(PARTS.toArray(String[]::new)).texts("integrationCode");

    private final Company company;

    DerivedSignalResource(Company company) {
        super(company.derivedSignals());
        this.company = company;
    }

    @Override
    Stream<ObjectNode> filtered(ApiRequest request, Stream<ObjectNode> items) {
        return items.filter(Filters.equal(request, "integrationCode", "integrationCode"));
    }

    @Override
    ObjectNode create(JsonNode body) {
        Limits.check(shelf(), company.switches().derivedSignalLimit());
        return company.add(shelf(), read(body));
    }

    @Override
    void replace(ObjectNode item, JsonNode body) {
        item.setAll(read(body));
        company.touch(item);
    }

    private static ObjectNode read(JsonNode body) {
        List<String> violations = new ArrayList<>();
        ObjectNode read = BODY.read(body, violations);
        Checks.required(read, violations, PARTS.toArray(String[]::new));
        for (String part : PARTS) {
            if (read.path(part).asText("").length() > LONGEST) {
                violations.add(part + " must have at most " + LONGEST + " characters");
            }
        }
        Checks.refuse(violations);
        return read;
    }

    @Override
    void checkDeletable(ObjectNode item) {
        // Nothing depends on a derived signal.
    }
}
