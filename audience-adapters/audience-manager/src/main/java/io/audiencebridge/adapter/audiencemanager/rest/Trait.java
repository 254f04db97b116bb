// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.HouseValue;
import io.vavr.control.Either;
import java.time.Instant;
import org.immutables.value.Value;

/** A trait: what a person has or has not. Members of a shared audience are those who have its onboarded trait. */
@HouseValue
@Value.Immutable
public interface Trait {
    /** The type of a trait that inbound files fill. */
    String ONBOARDED = "ON_BOARDED_TRAIT";

    /** Its number. */
    long sid();

    /** Its type, such as {@link #ONBOARDED}. */
    String type();

    /** The data source that owns it. */
    long dataSourceId();

    /** When it was created; it counts some hours later (SEMANTICS S19). */
    Instant created();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds traits. */
    final class Builder extends ImmutableTrait.Builder {
        Builder() {}
    }

    /** Reads an answer. Left: {@code ProtocolBreach} when a member is missing that we cannot do without. */
    static Either<BridgeError, Trait> read(JsonNode answer, Call call) {
        Fields fields = new Fields(answer);
        return fields.required("a trait", call, "sid")
                .flatMap(sid -> fields.required("trait " + sid, call, "dataSourceId")
                        .flatMap(owner -> fields.required("trait " + sid, call, "createTime")
                                .map(created -> builder()
                                        .sid(sid)
                                        .type(fields.text("traitType").orElse(""))
                                        .dataSourceId(owner)
                                        .created(Instant.ofEpochMilli(created))
                                        .build())));
    }
}
