// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.LeasesContract;
import io.audiencebridge.domain.spi.engine.Lease;
import io.audiencebridge.domain.spi.engine.Leases;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLeasesTest extends LeasesContract {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Lease CHILDS = new Lease("List 'Gold'", "child", NOON.plusSeconds(120));
    private static final Lease WANTED = new Lease("List 'Gold'", "parent", NOON.plusSeconds(120));

    @TempDir
    Path folder;

    @Override
    protected Leases open() {
        return HomeFolder.at(folder).get().leases();
    }

    @Override
    protected Leases reopen() {
        return open();
    }

    @Test
    void a_living_process_keeps_its_lease_and_a_killed_ones_is_free_at_once() throws Exception {
        Leases leases = open();
        Process child = child();
        try {
            awaitLease(child);

            assertThat(leases.take(WANTED, NOON).get()).isEqualTo(CHILDS);
        } finally {
            child.destroyForcibly().waitFor();
        }

        assertThat(leases.take(WANTED, NOON).get()).isEqualTo(WANTED);
    }

    @Test
    void nothing_is_left_of_leases_that_were_given_back() throws IOException {
        Leases leases = open();
        leases.take(WANTED, NOON).get();

        leases.release(WANTED).get();

        try (Stream<Path> left = Files.list(folder.resolve("leases"))) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactly(".lock");
        }
    }

    @Test
    void a_lease_that_was_torn_when_its_machine_went_down_is_free() throws IOException {
        Leases leases = open();
        leases.take(CHILDS, NOON).get();
        Files.writeString(LeaseFile.of(folder.resolve("leases"), CHILDS.subject()), "");

        assertThat(leases.take(WANTED, NOON).get()).isEqualTo(WANTED);
    }

    private Process child() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldingALease.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void awaitLease(Process child) throws IOException {
        BufferedReader told = child.inputReader(StandardCharsets.UTF_8);
        assertThat(told.readLine()).isEqualTo("child");
    }

    /** Takes a lease and keeps it until it is killed. */
    static final class HoldingALease {
        private HoldingALease() {}

        public static void main(String[] arguments) throws IOException {
            Leases leases = HomeFolder.at(Path.of(arguments[0])).get().leases();
            System.out.println(leases.take(CHILDS, NOON).get().holder());
            System.out.flush();
            while (System.in.read() >= 0) {}
        }
    }
}
