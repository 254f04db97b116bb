// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** {@code /customer-trait-types}: the company's own kinds of traits. Source: audience-manager.md, section 2.10. */
final class TraitTypeResource extends Resource {
    private static final Schema BODY = new Schema().texts("name", "description");

    private final Company company;

    TraitTypeResource(Company company) {
        super(company.traitTypes());
        this.company = company;
    }

    @Override
    ObjectNode create(JsonNode body) {
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
        Checks.required(read, violations, "name");
        Checks.shortEnough(read, violations, "name");
        Checks.refuse(violations);
        return read;
    }

    @Override
    void checkDeletable(ObjectNode item) {
        long type = shelf().id(item);
        if (company.traits().with("type", type).findAny().isPresent()) {
            throw ApiError.conflict("Trait type " + type + " is used by a trait");
        }
    }
}
