// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.HouseValue;
import io.vavr.control.Either;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** What Audience Manager says about a data source. Source: Audience Manager, "Data sources list and settings". */
@HouseValue
@Value.Immutable
public interface DataSourceFacts {
    /** Its number (DPID). */
    long id();

    /** Its name; empty where none is given. */
    String name();

    /** The customer's own name of it. */
    Optional<String> integrationCode();

    /** The kind of its ids, such as {@code COOKIE} or {@code CROSS_DEVICE}. */
    Optional<String> idType();

    /** Which version of the Experience Cloud ID inbound rows carry; 0 for another kind of id. */
    OptionalLong visitorIdVersion();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds facts. */
    final class Builder extends ImmutableDataSourceFacts.Builder {
        Builder() {}
    }

    /** Reads an answer. Left: {@code ProtocolBreach} when it has no number. */
    static Either<BridgeError, DataSourceFacts> read(JsonNode answer, Call call) {
        Fields fields = new Fields(answer);
        return fields.required("a data source", call, "dataSourceId")
                .map(id -> builder()
                        .id(id)
                        .name(fields.text("name").orElse(""))
                        .integrationCode(fields.text("integrationCode"))
                        .idType(fields.text("idType"))
                        .visitorIdVersion(fields.number("marketingCloudVisitorIdVersion"))
                        .build());
    }
}
