// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A body in memory. */
final class BytesInMemory implements HttpBody {
    private final String contentType;
    private final byte[] content;

    /** Keeps {@code content} as it is: nobody else may hold it. */
    BytesInMemory(String contentType, byte[] content) {
        this.contentType = contentType;
        this.content = content;
    }

    @Override
    public String contentType() {
        return contentType;
    }

    @Override
    public long length() {
        return content.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }
}
