// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.audiencebridge.adapter.experienceplatform.client.CsvOptions;
import io.audiencebridge.adapter.experienceplatform.client.Deduplication;
import io.audiencebridge.adapter.experienceplatform.client.DestinationOrder;
import io.vavr.control.Option;

/** How files are written and which profiles get a row, as Flow Service wants it. Source: experience-cloud.md, sections 4.4 and 4.6. */
final class ExportForm {
    /** UNVERIFIED: that both stand beside the selectors, as members of the transformation. */
    private static final String MANDATORY = "mandatoryFields";

    private static final String UNIQUE = "primaryFields";

    private ExportForm() {}

    /** The member {@code csvOptions}; none where all is as Platform writes by itself. */
    static Option<Body> csv(DestinationOrder order) {
        CsvOptions csv = order.csv();
        return csv.equals(CsvOptions.standard()) && !order.gzip()
                ? Option.none()
                : Option.of(new Body()
                        .text("delimiter", csv.delimiter().map(String::valueOf).orElse(","))
                        .text("quote", csv.quote().map(String::valueOf).orElse("\u0000"))
                        .text("escape", String.valueOf(csv.escape()))
                        .text("emptyValue", csv.emptyValue())
                        .text("nullValue", csv.nullValue())
                        .text("compression", order.gzip() ? "GZIP" : "NONE")
                        .text("fileType", "CSV"));
    }

    /** Adds to the parameters of a transformation whom it exports. */
    static Body rows(Body params, DestinationOrder order) {
        params.texts(MANDATORY, order.mandatory());
        order.unique().ifPresent(unique -> params.with(UNIQUE, unique(unique)));
        return params;
    }

    private static ArrayNode unique(Deduplication unique) {
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        if (unique instanceof Deduplication.Identity identity) {
            return fields.add(new Body()
                    .text("fieldType", "IDENTITY")
                    .text("identityNamespace", identity.namespace())
                    .node());
        }
        ((Deduplication.Attributes) unique)
                .paths()
                .forEach(path -> fields.add(new Body()
                        .text("fieldType", "ATTRIBUTE")
                        .text("attributePath", path)
                        .node()));
        return fields;
    }
}
