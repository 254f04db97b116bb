// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.sandbox.Http;
import io.audiencebridge.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Amazon's own client against the emulator, over real sockets. */
class ServingObjectsTest {
    private static final Sandbox SANDBOX = Sandbox.builder().recipients(0).start();
    private static final S3Client CLIENT = client(SANDBOX.s3SecretKey());
    private static final String BUCKET = SANDBOX.inboundBucket();

    @AfterEach
    void empty() {
        SANDBOX.reset();
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        SANDBOX.close();
    }

    @Test
    void what_was_put_with_the_bucket_owners_acl_is_read_whole_and_in_part() {
        CLIENT.putObject(
                put -> put.bucket(BUCKET)
                        .key("sandbox/date=2026-11-01/a b+ü.sync")
                        .acl(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL),
                RequestBody.fromString("one\ntwo\nthree\n"));

        String whole = CLIENT.getObjectAsBytes(get -> get.bucket(BUCKET).key("sandbox/date=2026-11-01/a b+ü.sync"))
                .asUtf8String();
        String part = CLIENT.getObjectAsBytes(get -> get.bucket(BUCKET)
                        .key("sandbox/date=2026-11-01/a b+ü.sync")
                        .range("bytes=4-6"))
                .asUtf8String();

        assertThat(whole).isEqualTo("one\ntwo\nthree\n");
        assertThat(part).isEqualTo("two");
    }

    @Test
    void a_conditional_put_finds_the_object_that_is_there() {
        CLIENT.putObject(put -> put.bucket(BUCKET).key("once").ifNoneMatch("*"), RequestBody.fromString("first"));

        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() -> CLIENT.putObject(
                        put -> put.bucket(BUCKET).key("once").ifNoneMatch("*"), RequestBody.fromString("second")))
                .satisfies(refused -> {
                    assertThat(refused.statusCode()).isEqualTo(412);
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("PreconditionFailed");
                });
        assertThat(text("once")).isEqualTo("first");
    }

    @Test
    void of_several_conditional_puts_at_once_one_wins() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> writers = IntStream.range(0, 24)
                .<Callable<Boolean>>mapToObj(number -> () -> created("raced", "content of " + number))
                .toList();

        long created = 0;
        for (Future<Boolean> outcome : threads.invokeAll(writers)) {
            created += outcome.get() ? 1 : 0;
        }
        threads.shutdownNow();

        assertThat(created).isOne();
    }

    @Test
    void parts_become_one_object_unless_one_is_there() throws IOException {
        byte[] first = new byte[5 << 20];
        new Random(7).nextBytes(first);
        byte[] second = "tail".getBytes(StandardCharsets.UTF_8);

        upload("parts", first, second);

        assertThat(SANDBOX.objects().list(BUCKET))
                .extracting(StoredObject::key, StoredObject::size)
                .containsExactly(Tuple.tuple("parts", (long) first.length + second.length));
        try (InputStream content = SANDBOX.objects().read(BUCKET, "parts")) {
            assertThat(content.readNBytes(first.length)).isEqualTo(first);
            assertThat(content.readAllBytes()).isEqualTo(second);
        }
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() -> upload("parts", second))
                .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(412));
    }

    @Test
    void a_wrong_secret_is_refused() {
        try (S3Client stranger = client("not-the-secret")) {
            assertThatExceptionOfType(S3Exception.class)
                    .isThrownBy(() ->
                            stranger.putObject(put -> put.bucket(BUCKET).key("key"), RequestBody.fromString("content")))
                    .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(403));
        }
        assertThat(SANDBOX.objects().list(BUCKET)).isEmpty();
    }

    @Test
    void lists_come_by_prefix_and_page_without_unfinished_uploads() {
        List.of("b/1", "a/2", "b/3", "b/2")
                .forEach(key -> CLIENT.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString(key)));
        CLIENT.createMultipartUpload(create -> create.bucket(BUCKET).key("b/unfinished"));

        List<String> keys =
                CLIENT
                        .listObjectsV2Paginator(
                                list -> list.bucket(BUCKET).prefix("b/").maxKeys(2))
                        .contents()
                        .stream()
                        .map(S3Object::key)
                        .toList();

        assertThat(keys).containsExactly("b/1", "b/2", "b/3");
    }

    @Test
    void a_head_shows_size_and_time_until_the_object_is_deleted() {
        Instant before = Instant.now().minusSeconds(5);
        CLIENT.putObject(put -> put.bucket(BUCKET).key("key"), RequestBody.fromString("four"));

        var head = CLIENT.headObject(request -> request.bucket(BUCKET).key("key"));
        CLIENT.deleteObject(delete -> delete.bucket(BUCKET).key("key"));

        assertThat(head.contentLength()).isEqualTo(4);
        assertThat(head.lastModified()).isAfter(before);
        assertThatExceptionOfType(NoSuchKeyException.class)
                .isThrownBy(() ->
                        CLIENT.headObject(request -> request.bucket(BUCKET).key("key")));
        assertThatExceptionOfType(NoSuchBucketException.class)
                .isThrownBy(() -> CLIENT.listObjectsV2(list -> list.bucket("no-such-bucket")));
    }

    @Test
    void objects_written_without_the_wire_are_on_it_once_closed() throws IOException {
        OutputStream draft = SANDBOX.objects().write(SANDBOX.outboundBucket(), "folder/file");
        draft.write("content".getBytes(StandardCharsets.UTF_8));
        List<StoredObject> early = SANDBOX.objects().list(SANDBOX.outboundBucket());
        draft.close();

        String content = CLIENT.getObjectAsBytes(
                        get -> get.bucket(SANDBOX.outboundBucket()).key("folder/file"))
                .asUtf8String();

        assertThat(early).isEmpty();
        assertThat(content).isEqualTo("content");
        SANDBOX.objects().delete(SANDBOX.outboundBucket(), "folder/file");
        SANDBOX.objects().delete(SANDBOX.outboundBucket(), "folder/file");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> SANDBOX.objects().read(SANDBOX.outboundBucket(), "folder/file"));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> SANDBOX.objects().list("elsewhere"));
    }

    @Test
    void the_state_shows_objects_until_a_reset() throws IOException {
        CLIENT.putObject(put -> put.bucket(BUCKET).key("a/key"), RequestBody.fromString("four"));

        JsonNode before = state();
        SANDBOX.reset();
        JsonNode after = state();

        assertThat(before.path(BUCKET).path(0).path("key").asText()).isEqualTo("a/key");
        assertThat(before.path(BUCKET).path(0).path("size").asInt()).isEqualTo(4);
        assertThat(after.path(BUCKET)).isEmpty();
        assertThat(after.path(SANDBOX.outboundBucket()).isArray()).isTrue();
    }

    @Test
    void an_unsigned_request_is_refused_recorded_and_harmed_like_any_other() throws IOException {
        URI object = URI.create(SANDBOX.s3() + "/" + BUCKET + "/key");
        try (OutputStream content = SANDBOX.objects().write(BUCKET, "key")) {
            content.write('x');
        }

        HttpResponse<String> unsigned = Http.get(object);
        Http.post(
                SANDBOX.control().resolve("/faults"),
                "application/json",
                "[{\"match\":{\"system\":\"s3\"},\"times\":1,\"do\":\"status\",\"with\":{\"status\":503}}]");
        HttpResponse<String> harmed = Http.get(object);

        assertThat(unsigned.statusCode()).isEqualTo(403);
        assertThat(unsigned.body()).contains("<Code>AccessDenied</Code>");
        assertThat(harmed.statusCode()).isEqualTo(503);
        assertThat(SANDBOX.exchanges())
                .extracting(exchange -> exchange.answer().status())
                .containsExactly(403, 503);
    }

    private static JsonNode state() throws IOException {
        return Http.json(Http.get(SANDBOX.control().resolve("/state"))).path("objects");
    }

    private static boolean created(String key, String content) {
        try {
            CLIENT.putObject(put -> put.bucket(BUCKET).key(key).ifNoneMatch("*"), RequestBody.fromString(content));
            return true;
        } catch (S3Exception e) {
            assertThat(e.statusCode()).isIn(409, 412);
            return false;
        }
    }

    private static void upload(String key, byte[]... contents) {
        String id = CLIENT.createMultipartUpload(
                        create -> create.bucket(BUCKET).key(key).acl(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL))
                .uploadId();
        List<CompletedPart> parts = IntStream.rangeClosed(1, contents.length)
                .mapToObj(number -> CompletedPart.builder()
                        .partNumber(number)
                        .eTag(CLIENT.uploadPart(
                                        part -> part.bucket(BUCKET)
                                                .key(key)
                                                .uploadId(id)
                                                .partNumber(number),
                                        RequestBody.fromBytes(contents[number - 1]))
                                .eTag())
                        .build())
                .toList();
        CLIENT.completeMultipartUpload(complete -> complete.bucket(BUCKET)
                .key(key)
                .uploadId(id)
                .ifNoneMatch("*")
                .multipartUpload(upload -> upload.parts(parts)));
    }

    private static String text(String key) {
        return CLIENT.getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asUtf8String();
    }

    private static S3Client client(String secret) {
        return S3Client.builder()
                .endpointOverride(SANDBOX.s3())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(SANDBOX.s3AccessKey(), secret)))
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
    }
}
