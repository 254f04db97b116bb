// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request and what was answered, as they went over the wire, secrets included.
 *
 * @param at virtual time at which the request's head had arrived
 * @param system the emulator's name, for example {@code campaign}
 * @param request what the client sent
 * @param answer what the client got; its status is 0 where the connection died before a status line
 */
public record Exchange(Instant at, String system, Sent request, Answer answer) {

    /**
     * The request.
     *
     * @param method in upper case
     * @param path raw, as sent, percent signs and double slashes included
     * @param query raw and without the question mark; empty if there was none
     * @param content headers and body
     */
    public record Sent(String method, String path, String query, Content content) {}

    /**
     * The answer.
     *
     * @param status HTTP status, or 0 if none was sent
     * @param content headers and body
     * @param fault the name of the fault that was injected, if any
     */
    public record Answer(int status, Content content, Optional<String> fault) {}

    /**
     * Headers and a digest of the body.
     *
     * @param headers by name in lower case, in order of first appearance
     * @param size of the body in bytes, without transfer coding
     * @param sha256 of the body, in lower-case hex
     * @param head the body's first 4,096 bytes, read as UTF-8
     */
    public record Content(Map<String, List<String>> headers, long size, String sha256, String head) {
        /** The first value of a header, whatever the case of its name. */
        public Optional<String> header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()).stream()
                    .findFirst();
        }
    }
}
