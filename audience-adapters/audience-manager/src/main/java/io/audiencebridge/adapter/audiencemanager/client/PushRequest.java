// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request as a server got it: what has to be written to mount a {@link PushReceiver} in any of them. */
public interface PushRequest {
    /** The method, such as {@code POST}. */
    String method();

    /** Path and query as they came, encoded, such as {@code /from-aam?sids=1,2}. */
    String target();

    /** The values of a header, whatever the case of its name; empty if it is not there. */
    List<String> headers(String name);

    /**
     * The body; read once, up to the receiver's limit, and not closed.
     *
     * @throws IOException when it cannot be read
     */
    InputStream body() throws IOException;

    /** A request that is wholly in memory. */
    static PushRequest of(String method, String target, Map<String, List<String>> headers, byte[] body) {
        return new PushRequest() {
            @Override
            public String method() {
                return method;
            }

            @Override
            public String target() {
                return target;
            }

            @Override
            public List<String> headers(String name) {
                return headers.entrySet().stream()
                        .filter(header ->
                                header.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                        .flatMap(header -> header.getValue().stream())
                        .toList();
            }

            @Override
            public InputStream body() {
                return new ByteArrayInputStream(body);
            }
        };
    }
}
