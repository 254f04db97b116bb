// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Response;

/**
 * What the store says of an object it took. Nothing more is asked: who may write to a partner's bucket may often not read there.
 *
 * @param eTag without quotes
 * @param at the store's time
 */
record Written(String eTag, Instant at) {
    static Written of(PutObjectResponse answer) {
        return new Written(Tags.bare(answer.eTag()), date(answer));
    }

    static Written of(CompleteMultipartUploadResponse answer) {
        return new Written(Tags.bare(answer.eTag()), date(answer));
    }

    private static Instant date(S3Response answer) {
        try {
            return answer.sdkHttpResponse()
                    .firstMatchingHeader("Date")
                    .map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)))
                    .orElseGet(Instant::now);
        } catch (DateTimeException unreadable) {
            return Instant.now();
        }
    }
}
