// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.acceptancetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.StoredTally;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.audiencemanager.SandboxAudienceManagerFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted parts on the way out, a manifest before parts that come backwards on the way home: every row is accounted for on both. */
final class EncryptedThereAndBackTest {
    private static final String AUDIENCE = "Loyal customers";
    private static final String LIST = "Loyal customers, back";
    private static final int STRANGER_EVERY = 100;

    /** An id of 38 digits, a TAB, {@code d_sid=} and a trait's number, a line feed. */
    private static final int ROW_BYTES = 53;

    @TempDir
    Path home;

    @TempDir
    Path keyring;

    @Test
    void every_row_of_encrypted_parts_is_stored_or_rejected_by_reason_and_comes_home_in_parts() {
        Sandbox sandbox = Sandbox.builder().recipients(Crowd.of(30_000)).start();

        thereAndBack(sandbox, 30_000, sandbox.audienceManagerData().files().openPgpPublicKey());
    }

    /** What {@code .ci/run} shows: a million people, and a key that GnuPG made. */
    @Test
    @Tag("gpg")
    void a_million_members_travel_encrypted_with_a_key_made_by_gpg() throws IOException, InterruptedException {
        GnuPg gpg = new GnuPg(keyring);
        String name = gpg.makeKey("audience-manager@example.com");
        Sandbox sandbox = Sandbox.builder().recipients(Crowd.of(1_000_000)).start();
        sandbox.audienceManagerData().files().openPgpSecretKey(gpg.secretKey(name), "");

        thereAndBack(sandbox, 1_000_000, gpg.publicKey(name));
    }

    private void thereAndBack(Sandbox sandbox, int people, String publicKey) {
        long strangers = people / STRANGER_EVERY;
        for (int number = STRANGER_EVERY; number <= people; number += STRANGER_EVERY) {
            sandbox.audienceManagerData().forget(Crowd.visitorId(number));
        }
        try (Journey journey = Journey.encrypted(sandbox, home, publicKey, (long) ROW_BYTES * (people / 3 + 1))) {
            DataSource source = KeyKind.VISITOR.dataSource(sandbox);

            Receipt delivered = journey.shared(journey.everybody(), AUDIENCE, source);
            sandbox.clock().advance(Journey.FILES_TRAVELLED);
            Receipt stored = journey.bridge.track(delivered.run());

            assertThat(delivered.files())
                    .hasSize(3)
                    .allMatch(file -> file.endsWith(".pgp"), "encrypted, and not compressed besides");
            assertThat(stored.state()).isEqualTo(RunState.STORED);
            StoredTally tally = stored.stored().orElseThrow();
            assertThat(tally.sent()).isEqualTo(people);
            assertThat(tally.stored()).isEqualTo(people - strangers);
            assertThat(tally.rejected()).containsExactly(Map.entry("noMatchingAamIds", strangers));
            assertThat(tally.unexplained()).isZero();

            assertThat(homeAgain(journey, source, people / 3)).isEqualTo(people - strangers);
        }
    }

    /** How many come home from a delivery whose manifest arrives first and whose parts arrive backwards. */
    private static long homeAgain(Journey journey, DataSource source, int rowsPerFile) {
        SandboxAudienceManagerFiles files =
                journey.sandbox.audienceManagerData().files();
        files.order("{\"destinationId\":" + source.destinationId().getAsLong() + ",\"rowsPerFile\":" + rowsPerFile
                + ",\"info\":\"first\",\"held\":true}");
        journey.sandbox.clock().advance(Journey.FILES_TRAVELLED);
        List<String> keys = new ArrayList<>(files.onTheWay());
        String newest = keys.stream()
                .filter(key -> key.endsWith(".info"))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        String root = newest.substring(0, newest.length() - ".info".length());
        List<String> parts = new ArrayList<>(keys.stream()
                .filter(key -> key.startsWith(root) && !key.equals(newest))
                .sorted(Comparator.reverseOrder())
                .toList());
        assertThat(parts).hasSizeGreaterThan(2);

        files.deliver(newest);
        Receipt receipt = journey.bridge.importAudience(journey.importOf(AUDIENCE, LIST, source));
        for (String part : parts) {
            assertThat(receipt.state()).as("before %s", part).isEqualTo(RunState.AWAITING_FILE);
            files.deliver(part);
            receipt = journey.bridge.resume(receipt.run());
        }
        assertThat(receipt.state()).isEqualTo(RunState.DELIVERED);
        assertThat(receipt.imported().orElseThrow().balanced().isRight()).isTrue();
        return receipt.imported().orElseThrow().listSize();
    }
}
