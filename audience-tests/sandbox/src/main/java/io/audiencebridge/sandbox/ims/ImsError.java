// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.ims;

/**
 * A refusal of the identity service.
 *
 * <p>UNVERIFIED: the codes of the token endpoint are not documented; these are the standard's.
 */
final class ImsError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;

    private ImsError(int status, String error, String description) {
        super(description, null, false, false);
        this.status = status;
        this.error = error;
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    static ImsError tooFast() {
        return new ImsError(429, "too_many_requests", "too many requests for tokens");
    }

    static ImsError ended() {
        return new ImsError(400, "invalid_client", "Service Account (JWT) credentials are not exchanged any more");
    }

    static ImsError missing(String parameter) {
        return new ImsError(400, "invalid_request", "missing " + parameter + " parameter");
    }

    static ImsError unreadable() {
        return new ImsError(400, "invalid_request", "the form could not be read");
    }

    static ImsError unknownClient() {
        return new ImsError(401, "invalid_client", "invalid client_secret parameter");
    }

    static ImsError unsupportedGrant() {
        return new ImsError(400, "unsupported_grant_type", "only client_credentials is supported");
    }

    static ImsError scope(String scope) {
        return new ImsError(400, "invalid_scope", "scope not granted to the credential: " + scope);
    }

    static ImsError organisation() {
        return new ImsError(400, "invalid_request", "org_id does not own this credential");
    }
}
