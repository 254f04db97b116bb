// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.Calls;
import io.audiencebridge.contractkit.FileExchangeContract;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.FileExchangeFactory;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.audiencebridge.sandbox.Exchange;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.s3.StoredObject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a file exchange must do, over real sockets against the sandbox's S3. */
class S3ExchangeTest extends FileExchangeContract {
    private static final Sandbox SANDBOX = Sandbox.builder().recipients(0).start();

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @Override
    protected FileExchange open() {
        SANDBOX.reset();
        return Bench.open(Bench.settings(SANDBOX).build());
    }

    @Override
    protected int largeFileBytes() {
        return 11 << 20;
    }

    @Test
    void the_factory_is_found_as_a_service() {
        assertThat(ServiceLoader.load(FileExchangeFactory.class)).hasAtLeastOneElementOfType(S3ExchangeFactory.class);
    }

    @Test
    void files_lie_in_the_prefix_and_in_the_full_control_of_the_buckets_owner() {
        try (FileExchange exchange = open()) {
            Bench.write(exchange, "date=2026-11-01/small", new byte[9]).get();
            Bench.write(exchange, "date=2026-11-01/large", Bench.random(6 << 20))
                    .get();
        }

        assertThat(SANDBOX.objects().list(SANDBOX.inboundBucket()))
                .extracting(StoredObject::key)
                .containsExactly("sandbox/date=2026-11-01/large", "sandbox/date=2026-11-01/small");
        assertThat(creations())
                .hasSize(2)
                .allSatisfy(exchange -> assertThat(
                                exchange.request().content().headers().get("x-amz-acl"))
                        .containsExactly("bucket-owner-full-control"));
    }

    @Test
    void the_acl_can_be_left_out() {
        try (FileExchange exchange =
                Bench.open(Bench.settings(SANDBOX).bucketOwnerFullControl(false).build())) {
            Bench.write(exchange, "no-acl", new byte[9]).get();
        }

        assertThat(creations())
                .allSatisfy(exchange ->
                        assertThat(exchange.request().content().headers()).doesNotContainKey("x-amz-acl"));
    }

    @Test
    void a_list_leaves_out_what_lies_beside_the_prefix_and_marks_of_folders() throws IOException {
        try (FileExchange exchange = open()) {
            for (String key : List.of("sandbox/file", "sandbox/folder/", "sandbox-2/file", "elsewhere")) {
                try (OutputStream object = SANDBOX.objects().write(SANDBOX.inboundBucket(), key)) {
                    object.flush();
                }
            }

            assertThat(exchange.list("", Calls.ample()).get().map(StoredFile::name))
                    .containsExactly("file");
        }
    }

    @Test
    void a_list_of_more_than_one_page_is_whole() throws IOException {
        try (FileExchange exchange = open()) {
            for (int i = 0; i < 1003; i++) {
                try (OutputStream object =
                        SANDBOX.objects().write(SANDBOX.inboundBucket(), "sandbox/many/" + (10_000 + i))) {
                    object.flush();
                }
            }

            assertThat(exchange.list("many/", Calls.ample()).get()).hasSize(1003);
        }
    }

    /** The requests that decide who may do what with a new object. */
    private static List<Exchange> creations() {
        return SANDBOX.exchanges().stream()
                .filter(exchange -> !exchange.request().query().contains("partNumber"))
                .filter(exchange -> exchange.request().method().equals("PUT")
                        || exchange.request().query().equals("uploads"))
                .toList();
    }
}
