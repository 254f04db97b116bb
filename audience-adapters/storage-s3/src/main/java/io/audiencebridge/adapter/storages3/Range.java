// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A stretch of an object.
 *
 * @param from where it begins
 * @param length its bytes
 * @param total the bytes of the whole object
 * @param eTag of the whole object
 */
record Range(long from, int length, long total, String eTag) {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");
    private static final int NOT_SATISFIABLE = 416;

    /** Where the next one begins. */
    long end() {
        return from + length;
    }

    static Range fetch(S3Client client, GetObjectRequest object, long from, byte[] into) {
        GetObjectRequest request = object.toBuilder()
                .range("bytes=" + from + "-" + (from + into.length - 1))
                .build();
        try {
            return client.getObject(request, (answer, bytes) -> {
                Range range = announced(answer);
                if (range.from() != from || range.length() > into.length) {
                    throw RetryableException.create("another range came than the one asked for");
                }
                readWhole(bytes, into, range.length());
                return range;
            });
        } catch (S3Exception refused) {
            if (refused.statusCode() == NOT_SATISFIABLE && from == 0) {
                // No byte can be asked for where there is none.
                return new Range(0, 0, 0, "");
            }
            throw refused;
        }
    }

    private static Range announced(GetObjectResponse answer) {
        Matcher header = CONTENT_RANGE.matcher(String.valueOf(answer.contentRange()));
        if (!header.matches()) {
            return new Range(0, Math.toIntExact(answer.contentLength()), answer.contentLength(), answer.eTag());
        }
        long from = Long.parseLong(header.group(1));
        long last = Long.parseLong(header.group(2));
        return new Range(from, Math.toIntExact(last - from + 1), Long.parseLong(header.group(3)), answer.eTag());
    }

    /** Counts what came: a line that was cut looks like an end to some clients. */
    private static void readWhole(InputStream bytes, byte[] into, int length) {
        try {
            int read = bytes.readNBytes(into, 0, length);
            if (read < length) {
                throw RetryableException.create("only " + read + " of " + length + " bytes came");
            }
        } catch (IOException lost) {
            throw RetryableException.create("the line was lost", lost);
        }
    }
}
