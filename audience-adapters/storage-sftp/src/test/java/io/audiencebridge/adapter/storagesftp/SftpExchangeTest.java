// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.Calls;
import io.audiencebridge.contractkit.FileExchangeContract;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.FileExchangeFactory;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sandbox.Sandbox;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a file exchange must do, over real sockets against the sandbox's SFTP server. */
class SftpExchangeTest extends FileExchangeContract {
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
        return 3 << 20;
    }

    @Test
    void the_factory_is_found_as_a_service() {
        assertThat(ServiceLoader.load(FileExchangeFactory.class)).hasAtLeastOneElementOfType(SftpExchangeFactory.class);
    }

    @Test
    void files_lie_in_the_folder_and_nothing_else_is_left() {
        try (FileExchange exchange = open()) {
            Bench.write(exchange, "a/small", new byte[9]).get();
            Bench.write(exchange, "a/b/large", Bench.random(2 << 20)).get();
            Bench.write(exchange, "a/small", new byte[10]).getLeft();
        }

        assertThat(SANDBOX.sftpData().names()).containsExactly("exchange/a/b/large", "exchange/a/small");
    }

    @Test
    void a_list_leaves_out_what_lies_beside_the_folder() {
        SANDBOX.sftpData().write("elsewhere/file", new byte[1]);
        SANDBOX.sftpData().write("exchange/theirs/file", new byte[1]);

        try (FileExchange exchange = Bench.open(Bench.settings(SANDBOX).build())) {
            assertThat(exchange.list("", Calls.ample()).get().map(StoredFile::name))
                    .contains("theirs/file")
                    .doesNotContain("elsewhere/file");
        }
    }

    @Test
    void the_home_of_the_account_is_a_folder_too() {
        try (FileExchange exchange = open();
                FileExchange home =
                        Bench.open(Bench.settings(SANDBOX).folder("").build())) {
            Bench.write(exchange, "file", new byte[3]).get();

            assertThat(home.list("", Calls.ample()).get().map(StoredFile::name)).containsExactly("exchange/file");
            assertThat(Bench.read(home, "exchange/file").get()).hasSize(3);
        }
    }

    @Test
    void a_folder_that_is_not_there_is_not_made() {
        try (FileExchange lost =
                Bench.open(Bench.settings(SANDBOX).folder("/no/such").build())) {
            BridgeError listed = lost.list("", Calls.ample()).getLeft();
            BridgeError written = Bench.write(lost, "file", new byte[1]).getLeft();

            assertThat(listed).isInstanceOf(BridgeError.NotFound.class);
            assertThat(written).isInstanceOf(BridgeError.NotFound.class);
            assertThat(listed.message()).contains("/no/such", "check the folder");
        }
    }

    @Test
    void a_key_signs_in_as_well_as_a_password() {
        SftpSettings keyed = Bench.settings(SANDBOX)
                .password(Optional.empty())
                .privateKey(Secret.of(SANDBOX.sftpUserKey()))
                .build();

        try (FileExchange exchange = Bench.open(keyed)) {
            assertThat(Bench.write(exchange, "keyed", new byte[2]).isRight()).isTrue();
        }
    }

    @Test
    void a_file_whose_content_changes_while_size_and_name_stay_is_told_apart() {
        try (FileExchange exchange = open()) {
            SANDBOX.sftpData().write("exchange/constant.csv", new byte[] {1, 2, 3});
            String before = exchange.list("", Calls.ample()).get().single().contentTag();
            SANDBOX.sftpData().write("exchange/constant.csv", new byte[] {3, 2, 1});

            String after = exchange.list("", Calls.ample()).get().single().contentTag();

            assertThat(after).isNotEqualTo(before);
        }
    }
}
