// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/** Amazon's own client writes from another account. Source: audience-manager.md, section 4.1. */
class CrossAccountTest {
    private static final FileBench BENCH = new FileBench();
    private static final S3Client CLIENT = S3Client.builder()
            .endpointOverride(BENCH.sandbox.s3())
            .region(Region.US_EAST_1)
            .forcePathStyle(true)
            .credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(BENCH.sandbox.s3AccessKey(), BENCH.sandbox.s3SecretKey())))
            .httpClientBuilder(Apache5HttpClient.builder())
            .build();
    private static final String BUCKET = BENCH.sandbox.inboundBucket();
    private static final String KEY = "sandbox/date=2026-01-31/ftp_dpm_100_1400000000.sync";
    private static final String ROW = "59767559181262060060278870901087098252\td_sid=24\n";

    @BeforeEach
    void prepare() throws IOException {
        BENCH.sandbox.reset();
        BENCH.source(100, ",\"useAudienceManagerVisitorID\":true");
        BENCH.trait(24, 100, "");
        BENCH.live();
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        BENCH.close();
    }

    @ParameterizedTest
    @CsvSource({
        "true, BUCKET_OWNER_FULL_CONTROL, PROCESSED",
        "true, PRIVATE, REJECTED",
        "true, , REJECTED",
        "false, , PROCESSED",
    })
    void an_object_of_another_account_needs_the_bucket_owners_acl(
            boolean crossAccount, ObjectCannedACL acl, String status) {
        BENCH.files().set("crossAccount", crossAccount);

        CLIENT.putObject(put -> put.bucket(BUCKET).key(KEY).acl(acl), RequestBody.fromString(ROW));
        BENCH.sandbox.clock().advance(FileBench.RUN);

        assertThat(BENCH.newest().status()).isEqualTo(status);
    }

    @Test
    void an_upload_in_parts_brings_its_acl_when_it_begins() {
        BENCH.files().set("crossAccount", true);

        String upload = CLIENT.createMultipartUpload(
                        begin -> begin.bucket(BUCKET).key(KEY).acl(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL))
                .uploadId();
        String tag = CLIENT.uploadPart(
                        part -> part.bucket(BUCKET).key(KEY).uploadId(upload).partNumber(1),
                        RequestBody.fromString(ROW))
                .eTag();
        CLIENT.completeMultipartUpload(end -> end.bucket(BUCKET)
                .key(KEY)
                .uploadId(upload)
                .multipartUpload(parts -> parts.parts(
                        CompletedPart.builder().partNumber(1).eTag(tag).build())));
        BENCH.sandbox.clock().advance(FileBench.RUN);

        assertThat(BENCH.newest().reason()).isEmpty();
        assertThat(BENCH.newest().counters()).containsEntry("storedRecords", 1L);
    }

    @Test
    void an_object_written_anew_without_an_acl_has_none_any_more() {
        BENCH.files().set("crossAccount", true);
        CLIENT.putObject(
                put -> put.bucket(BUCKET).key(KEY).acl(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL),
                RequestBody.fromString(ROW));

        CLIENT.putObject(put -> put.bucket(BUCKET).key(KEY), RequestBody.fromString(ROW + ROW));
        BENCH.sandbox.clock().advance(FileBench.RUN);

        assertThat(BENCH.newest().reason()).contains("bucket-owner-full-control");
    }
}
