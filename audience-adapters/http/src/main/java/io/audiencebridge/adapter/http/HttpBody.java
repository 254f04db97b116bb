// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** What a call sends along: bytes that can be opened anew for each attempt. */
public interface HttpBody {
    /** The media type, with its charset where it has one. */
    String contentType();

    /** Bytes that {@link #open()} will give, or -1 where nobody knows. */
    long length();

    /**
     * The bytes from the start; the transport closes the stream.
     *
     * @throws IOException if the source cannot be read; the call then ends with {@code LocalFailure}
     */
    InputStream open() throws IOException;

    /** A body from a copy of {@code content}. */
    static HttpBody bytes(String contentType, byte[] content) {
        return new BytesInMemory(contentType, content.clone());
    }

    /** A form in UTF-8, encoded as {@code application/x-www-form-urlencoded}, in the order of {@code fields}. */
    static HttpBody form(Map<String, String> fields) {
        String encoded = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return new BytesInMemory("application/x-www-form-urlencoded", encoded.getBytes(StandardCharsets.US_ASCII));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
