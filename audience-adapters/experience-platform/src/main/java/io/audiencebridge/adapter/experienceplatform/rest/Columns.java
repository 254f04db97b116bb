// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.experienceplatform.client.ExportColumn;
import io.vavr.control.Option;

/** Reads and writes the columns of a flow. Source: experience-cloud.md, section 4.7, step 7. */
final class Columns {
    private Columns() {}

    static Option<ExportColumn> read(JsonNode selector) {
        Fields value = new Fields(selector.path("value"));
        Fields mapping = value.at("mapping");
        return Option.ofOptional(mapping.text("source", "sourceAttribute").or(() -> value.text("path")))
                .map(source -> ExportColumn.builder()
                        .source(source)
                        .name(mapping.text("destination", "destinationXdmPath").orElse(source))
                        .identity(mapping.flag("identity").orElse(false))
                        .primaryIdentity(mapping.flag("primaryIdentity").orElse(false))
                        .build());
    }

    static ObjectNode write(ExportColumn column) {
        Body mapping = new Body()
                .text("sourceType", "text/x.schema-path")
                .text("source", column.source())
                .text("destination", column.name())
                .flag("identity", column.identity())
                .flag("primaryIdentity", column.primaryIdentity())
                .number("functionVersion", 0)
                .text("sourceAttribute", column.source())
                .text("destinationXdmPath", column.name());
        return new Body()
                .text("type", "JSON_PATH")
                .with(
                        "value",
                        new Body()
                                .text("path", column.source())
                                .text("operator", "EXISTS")
                                .with("mapping", mapping))
                .node();
    }
}
