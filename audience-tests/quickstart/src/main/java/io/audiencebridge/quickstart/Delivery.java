// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;

/** Puts a file of the caller's in the place of what Audience Manager delivered to a destination. */
final class Delivery {
    private final Sandbox sandbox;
    private final DataSource dataSource;

    Delivery(Sandbox sandbox, DataSource dataSource) {
        this.sandbox = sandbox;
        this.dataSource = dataSource;
    }

    /** From here on {@code segment} stands in the destination's files under the name that the caller's file uses. */
    void replace(Options.GivenAudience given, String segment) throws IOException {
        long destination = dataSource.destinationId().orElseThrow();
        String bucket = sandbox.outboundBucket();
        sandbox.objects().list(bucket).forEach(object -> sandbox.objects().delete(bucket, object.key()));
        sandbox.audienceManagerData().alias(segment, destination, given.segment());
        String key = destination + "/S3_" + destination + "_" + dataSource.id() + "_full_"
                + sandbox.clock().millis() + ".sync" + (AudienceFile.zipped(given.file()) ? ".gz" : "");
        try (OutputStream out = sandbox.objects().write(bucket, key)) {
            Files.copy(given.file(), out);
        }
    }
}
