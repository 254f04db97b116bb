// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.HouseValue;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A segment: those who have the traits that its rule asks for. */
@HouseValue
@Value.Immutable
public interface Segment {
    /** Its number. */
    long sid();

    /** Its name. */
    String name();

    /** What it is for, possibly empty. */
    String description();

    /** Its rule over traits. */
    SegmentRule rule();

    /** The data source that owns it; 0 where the answer does not say. */
    long dataSourceId();

    /** The data source that stands for its profile merge rule. */
    OptionalLong mergeRuleDataSourceId();

    /** The customer's own name of it. */
    Optional<String> integrationCode();

    /** Whether it takes new members; a paused one keeps those it has. */
    boolean active();

    /** When it was changed last. */
    Optional<Instant> modified();

    /** Devices in it; empty where the answer does not say. */
    OptionalLong devices();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds segments. */
    final class Builder extends ImmutableSegment.Builder {
        Builder() {}
    }

    /** Reads an answer. Left: {@code ProtocolBreach} when it has no number. */
    static Either<BridgeError, Segment> read(JsonNode answer, Call call) {
        Fields fields = new Fields(answer);
        return fields.required("a segment", call, "sid")
                .map(sid -> builder()
                        .sid(sid)
                        .name(fields.text("name").orElse(""))
                        .description(fields.text("description").orElse(""))
                        .rule(new SegmentRule(fields.text("segmentRule").orElse("")))
                        .dataSourceId(fields.number("dataSourceId").orElse(0))
                        .mergeRuleDataSourceId(fields.number("mergeRuleDataSourceId"))
                        .integrationCode(fields.text("integrationCode"))
                        .active(Wire.isActive(fields.text("status")))
                        .modified(fields.instant("updateTime", "createTime"))
                        .devices(fields.number(Wire.SIZES))
                        .build());
    }
}
