// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.sdk.AudienceBridge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A whole share through a bridge: keys translated, fingerprinted and sorted, the ledger kept and the run journaled on the disk, rows written and compressed, files
 * forced to the disk of a folder exchange and published. The list lies in memory. Every share goes to a new audience, so that everybody is new to it.
 */
final class OurShare implements Side {
    private static final ConnectionName LISTS = new ConnectionName("lists");
    private static final ConnectionName AUDIENCES = new ConnectionName("audiences");

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Path home = Files.createTempDirectory("audience-benchmarks-home");
    private final AudienceFolder audiences = new AudienceFolder(AUDIENCES, threads);
    private final DataSource source;
    private final AudienceBridge bridge;
    private int shares;

    OurShare(Members members) throws IOException {
        source = members.source();
        bridge = AudienceBridge.builder()
                .home(home)
                .executor(threads)
                .connect(LISTS, new PeopleInMemory(LISTS, members))
                .connect(AUDIENCES, audiences)
                .build();
    }

    @Override
    public void write(Path folder) {
        audiences.into(folder);
        bridge.share(ShareRequest.builder()
                .list(new AudienceRef(LISTS, "1"))
                .to(AUDIENCES)
                .audience("Share " + ++shares)
                .dataSource(source)
                .build());
    }

    @Override
    public void close() throws IOException {
        bridge.close();
        threads.shutdown();
        WritingDesk.delete(home);
    }
}
