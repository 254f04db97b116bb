// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server of an external account for S3. */
class BucketPlaceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "shared-in.s3.amazonaws.com/outbound/20101|shared-in|outbound/20101|''",
                "shared-in.s3.amazonaws.com|shared-in|''|''",
                "https://shared.in.s3.amazonaws.com/a//|shared.in|a|''",
                "shared-in.s3.eu-west-1.amazonaws.com/a|shared-in|a|eu-west-1",
                "shared-in.s3-us-gov-west-1.amazonaws.com/a|shared-in|a|us-gov-west-1"
            })
    void names_bucket_path_and_perhaps_region(String server, String bucket, String path, String region) {
        assertThat(BucketPlace.parse(server, "")).contains(new BucketPlace(bucket, path, region));
    }

    @Test
    void the_region_of_the_account_wins() {
        assertThat(BucketPlace.parse("b-1.s3.us-east-1.amazonaws.com", "eu-west-3"))
                .map(BucketPlace::region)
                .contains("eu-west-3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp-out.demdex.com", "s3.amazonaws.com/bucket", "evil.example.com/x.s3.amazonaws.com"})
    void anything_else_is_no_bucket(String server) {
        assertThat(BucketPlace.parse(server, "eu-west-1")).isEmpty();
    }
}
