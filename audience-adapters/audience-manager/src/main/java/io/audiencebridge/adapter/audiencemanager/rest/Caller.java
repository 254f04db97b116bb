// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import io.audiencebridge.domain.spi.engine.TokenSource;
import java.util.Map;

/**
 * Who calls the API.
 *
 * @param tokens signs the calls
 * @param headers name the caller beside the token
 */
public record Caller(TokenSource tokens, Map<String, String> headers) {
    /** A credential of Adobe's identity service: key and organisation choose the company. */
    public static Caller ims(TokenSource tokens) {
        return new Caller(
                tokens,
                Map.of(
                        "x-api-key",
                        tokens.identity().clientId(),
                        "x-gw-ims-org-id",
                        tokens.identity().organisation().value()));
    }

    /** A user of Audience Manager's own sign-in, whose token names the company already. */
    public static Caller legacy(TokenSource tokens) {
        return new Caller(tokens, Map.of());
    }
}
