// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.vavr.control.Option;
import java.util.Optional;

/**
 * That a segment's members travel to a destination.
 *
 * @param segment the segment's number
 * @param alias the text that stands for the segment in the destination's files, if it has one
 */
public record Mapping(long segment, Optional<String> alias) {
    /** Reads a mapping; none when it is not of a segment or was deleted. */
    static Option<Mapping> read(JsonNode node) {
        Fields fields = new Fields(node);
        boolean deleted = fields.text("elementStatus")
                .filter(status -> status.equalsIgnoreCase("deleted"))
                .isPresent();
        return deleted || fields.number("sid").isEmpty()
                ? Option.none()
                : Option.some(new Mapping(fields.number("sid").getAsLong(), fields.text("traitAlias")));
    }
}
