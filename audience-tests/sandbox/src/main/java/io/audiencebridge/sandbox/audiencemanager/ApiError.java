// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import java.util.List;

/**
 * A refusal of the REST API. Its body is an object with {@code message} and, where there are several reasons, {@code
 * childMessages}: the only shape that any known client reads. Source: audience-manager.md, section 2.3.
 */
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final List<String> reasons;

    private ApiError(int status, String message, List<String> reasons) {
        super(message, null, false, false);
        this.status = status;
        this.reasons = reasons;
    }

    int status() {
        return status;
    }

    List<String> reasons() {
        return reasons;
    }

    static ApiError invalid(String message) {
        return new ApiError(400, message, List.of());
    }

    static ApiError invalid(List<String> reasons) {
        return new ApiError(400, "Validation failed", List.copyOf(reasons));
    }

    static ApiError forbidden(String message) {
        return new ApiError(403, message, List.of());
    }

    static ApiError missing(String kind, Object id) {
        return new ApiError(404, kind + " " + id + " does not exist", List.of());
    }

    static ApiError unknownPath() {
        return new ApiError(404, "Not found", List.of());
    }

    static ApiError method(String method) {
        return new ApiError(405, "Request method '" + method + "' not supported", List.of());
    }

    /** UNVERIFIED: whether something in use, or a code given twice, is answered with 409 or 400. */
    static ApiError conflict(String message) {
        return new ApiError(409, message, List.of());
    }
}
