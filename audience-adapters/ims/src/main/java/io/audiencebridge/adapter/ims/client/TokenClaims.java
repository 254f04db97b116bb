// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.ims.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.audiencebridge.domain.system.HouseValue;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Option;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.immutables.value.Value;

/**
 * What a token says about itself. A hint for people who look for a mistake, no proof: the signature is not checked, and Adobe promises no form. UNVERIFIED: that the
 * form is stable.
 */
@HouseValue
@Value.Immutable
public interface TokenClaims {
    /** The client that it was given to. */
    String clientId();

    /** Its kind, such as {@code access_token}. */
    String type();

    /** When it was made, by the service's clock. */
    Instant created();

    /** When it ends, by the service's clock. Inside a token all times are milliseconds, unlike the answer of the token endpoint. */
    Instant expires();

    /** What it is for. */
    List<String> scopes();

    /** What {@code token} says; none for anything that is no such token. Takes time in proportion to its length, never fails. */
    static Option<TokenClaims> read(Secret token) {
        String[] parts = token.reveal().split("\\.", -1);
        if (parts.length != 3) {
            return Option.none();
        }
        try {
            return claims(new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1])));
        } catch (IOException | IllegalArgumentException | DateTimeException | ArithmeticException foreign) {
            return Option.none();
        }
    }

    private static Option<TokenClaims> claims(JsonNode payload) {
        Instant created = Instant.ofEpochMilli(payload.path("created_at").asLong(-1));
        long life = payload.path("expires_in").asLong(-1);
        if (created.isBefore(Instant.EPOCH) || life < 0) {
            return Option.none();
        }
        return Option.some(builder()
                .clientId(payload.path("client_id").asText(""))
                .type(payload.path("type").asText(""))
                .created(created)
                .expires(created.plusMillis(life))
                .scopes(List.of(payload.path("scope").asText("").split(",", -1)))
                .build());
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds claims. */
    final class Builder extends ImmutableTokenClaims.Builder {
        Builder() {}
    }
}
