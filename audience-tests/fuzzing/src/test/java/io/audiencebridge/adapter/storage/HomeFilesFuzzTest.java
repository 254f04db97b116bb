// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.engine.IndexPage;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.RecipientIndexes;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.domain.system.SystemId;
import io.audiencebridge.fuzzing.Foreign;
import io.audiencebridge.fuzzing.FuzzBridge;
import io.audiencebridge.fuzzing.Watched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of the home folder that a half-done restore, another version or somebody else has changed. The first character chooses the file: a run, a ledger's, a
 * membership's, an event state's, the manifest of a kept copy of keys.
 */
class HomeFilesFuzzTest {
    private static final RunId RUN = new RunId("run-1");
    private static final ConnectionName CONNECTION = ConnectionName.of(SystemId.AUDIENCE_MANAGER);
    private static final LedgerKey AUDIENCE = new LedgerKey(new AudienceRef(CONNECTION, "1"), 5);
    private static final IndexPage PAGE = new IndexPage(CONNECTION, "visitor");
    private static final String SECRET = "a secret of a good length, for this test alone";

    @TempDir
    static Path folder;

    @FuzzTest
    void any_file_is_read_or_refused(byte[] input) throws IOException {
        Foreign foreign = new Foreign(input);
        byte[] content = foreign.after(1).bytes();
        int kind = foreign.choice(0, 5);
        write(content, kind);
        Watched.reading(input.length, () -> read(kind));
        if (kind == 0) {
            Watched.reading(input.length, () -> {
                try {
                    RunFile.read(content);
                } catch (IOException | RuntimeException damaged) {
                    // FolderJournal turns every one of them into an error that names the file
                }
            });
        }
    }

    private static void write(byte[] content, int kind) throws IOException {
        Path file = switch (kind) {
            case 0 -> folder.resolve("run-1.run");
            case 1 -> Pages.of(folder, AUDIENCE).resolve("run-1.fingerprints");
            case 2 -> Pages.of(folder, AUDIENCE).resolve("membership.fingerprints");
            case 3 -> Pages.of(folder, AUDIENCE).resolve("events.fingerprints");
            default -> IndexFolders.of(folder, PAGE).resolve(IndexManifest.NAME);
        };
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        Files.write(file, content);
    }

    private static void read(int kind) {
        switch (kind) {
            case 0 -> {
                new FolderJournal(folder).find(RUN);
                new FolderJournal(folder).all();
            }
            case 1 -> {
                new FolderLedger(folder).kept(AUDIENCE, RUN);
                new FolderLedger(folder).runs(AUDIENCE);
            }
            case 2 -> new FolderMemberships(folder).find(AUDIENCE);
            case 3 -> new FolderEventStates(folder).find(AUDIENCE);
            default -> {
                RecipientIndexes indexes = new FolderRecipientIndexes(folder, new IndexKeys(Secret.of(SECRET)));
                indexes.look(PAGE);
                indexes.read(PAGE, FuzzBridge.call()).forEach(source -> source.close());
            }
        }
    }
}
