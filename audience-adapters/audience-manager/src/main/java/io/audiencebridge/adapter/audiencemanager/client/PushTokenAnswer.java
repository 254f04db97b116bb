// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

/**
 * The answer of a token endpoint. Not printed in full: the body may hold a token.
 *
 * @param status the status of HTTP: 200 with a token, 400 another grant or a body that cannot be read, 401 nobody who is known, 405 no POST
 * @param body JSON; {@link #CONTENT_TYPE}
 */
public record PushTokenAnswer(int status, String body) {
    /** The type of every body. */
    public static final String CONTENT_TYPE = "application/json;charset=UTF-8";

    static PushTokenAnswer refused(int status, String error) {
        return new PushTokenAnswer(status, "{\"error\":\"" + error + "\"}");
    }

    @Override
    public String toString() {
        return status == 200 ? "200 with a token" : status + " " + body;
    }
}
