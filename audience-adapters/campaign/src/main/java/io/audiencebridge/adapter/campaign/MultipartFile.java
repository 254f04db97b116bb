// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.client.FileContent;
import io.audiencebridge.adapter.http.HttpBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/** A form of one file, as a browser sends it: nothing of the file is held in memory. Source: RFC 7578; names are escaped as the HTML standard says. */
final class MultipartFile implements HttpBody {
    /** UNVERIFIED: the field of {@code uploadFile.jsp}, as Adobe's own client names it. */
    private static final String FIELD = "file_noMd5";

    private final FileContent file;
    private final String boundary;
    private final byte[] head;
    private final byte[] tail;

    /**
     * A form with {@code file}.
     *
     * @param boundary what no file holds
     */
    MultipartFile(FileContent file, String boundary) {
        this.file = file;
        this.boundary = boundary;
        this.head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + FIELD + "\"; filename=\""
                        + escaped(file.name()) + "\"\r\nContent-Type: " + oneLine(file.contentType()) + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        this.tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    @Override
    public long length() {
        return head.length + file.size() + tail.length;
    }

    @Override
    public InputStream open() throws IOException {
        return new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(head), file.open(), new ByteArrayInputStream(tail))));
    }

    private static String escaped(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String oneLine(String type) {
        return type.replaceAll("[\\r\\n]", " ");
    }
}
