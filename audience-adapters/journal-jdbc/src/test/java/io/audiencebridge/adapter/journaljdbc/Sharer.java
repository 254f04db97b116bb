// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.adapter.inmemory.InMemoryConnector;
import io.audiencebridge.adapter.inmemory.InMemoryRecipient;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Progress;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.sharing.ExportTally;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.sdk.AudienceBridge;
import io.audiencebridge.sdk.AudienceBridgeException;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Shares the same list of three as an audience, in this process or as a child; all processes of one test have a journal, a home and a cloud in common. */
final class Sharer {
    private static final ConnectionName CRM = new ConnectionName("crm");

    /** An audience of this name is shared up to its members only until the parent says something. */
    private static final String SLOW = "slow";

    private final JdbcJournalSettings journal;
    private final Path folder;

    Sharer(JdbcJournalSettings journal, Path folder) {
        this.journal = journal;
        this.folder = folder;
    }

    /** A child that shares each audience it is told, and says what became of it. */
    Child child() throws IOException {
        Files.createDirectories(cloud());
        return Child.run(
                Sharer.class,
                journal.url().orElse(""),
                journal.file().map(Path::toString).orElse(""),
                folder.toString());
    }

    AudienceBridge bridge(InstantSource clock, Progress progress) {
        InMemoryConnector crm = InMemoryConnector.ofRecipients(CRM);
        for (int id = 1; id <= 3; id++) {
            crm.with(InMemoryRecipient.builder()
                    .id(RecipientId.of(id))
                    .addSourceIds("%038d".formatted(id))
                    .build());
        }
        crm.list("Gold", RecipientId.of(1), RecipientId.of(2), RecipientId.of(3));
        return AudienceBridge.builder()
                .connect(CRM, crm)
                .connect(FolderCloud.NAME, new FolderCloud(cloud()))
                .home(folder.resolve("home"))
                .journal(journal)
                .clock(clock)
                .progress(progress)
                .build();
    }

    static ShareRequest request(String audience) {
        return ShareRequest.builder()
                .list(new AudienceRef(CRM, "1"))
                .to(FolderCloud.NAME)
                .audience(audience)
                .dataSource(DataSource.visitor(14016))
                .build();
    }

    /** The files of an audience, written by whatever process. */
    List<Path> files(String audience) throws IOException {
        try (Stream<Path> all = Files.list(cloud())) {
            return all.filter(file -> file.getFileName().toString().startsWith(audience.hashCode() + "-"))
                    .toList();
        }
    }

    static String told(Either<BridgeError, Receipt> outcome) {
        return outcome.fold(
                error -> error.getClass().getSimpleName() + ": " + error.message(),
                receipt -> receipt.state() + " rows "
                        + receipt.exported().map(ExportTally::rows).orElse(-1L) + " already "
                        + receipt.exported().map(ExportTally::alreadyShared).orElse(-1L));
    }

    private Path cloud() {
        return folder.resolve("cloud");
    }

    public static void main(String[] arguments) throws IOException {
        JdbcJournalSettings.Builder journal = JdbcJournalSettings.builder();
        if (arguments[0].isEmpty()) {
            journal.file(Path.of(arguments[1]));
        } else {
            journal.url(arguments[0]);
        }
        Sharer sharer = new Sharer(journal.build(), Path.of(arguments[2]));
        String[] audience = new String[1];
        try (AudienceBridge bridge =
                sharer.bridge(InstantSource.system(), (step, done, of) -> pauseAt(step, done, audience[0]))) {
            Child.say("ready");
            for (audience[0] = Child.hear(); audience[0] != null; audience[0] = Child.hear()) {
                Child.say(told(bridge.attempts().share(request(audience[0]))));
            }
        } catch (AudienceBridgeException closed) {
            Child.say(told(Either.left(closed.error())));
        }
    }

    private static void pauseAt(String step, long done, String audience) {
        if (step.equals("sending members") && done > 0 && audience.equals(SLOW)) {
            try {
                Child.say("at work");
                Child.hear();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
