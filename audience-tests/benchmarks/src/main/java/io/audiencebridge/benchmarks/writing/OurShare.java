// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.writing;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.sdk.AudienceBridge;
import java.io.IOException;
import java.io.InputStream;
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

    private final ExecutorService threads;
    private final OurPacking packing;
    private final Path home = Files.createTempDirectory("audience-benchmarks-home");
    private final AudienceFolder audiences;
    private final DataSource source;
    private final AudienceBridge bridge;
    private int shares;

    private OurShare(Members members, OurPacking packing, ExecutorService threads) throws IOException {
        this.threads = threads;
        this.packing = packing;
        audiences = new AudienceFolder(AUDIENCES, packing.packing(), threads);
        source = members.source();
        bridge = AudienceBridge.builder()
                .home(home)
                .executor(threads)
                .connect(LISTS, new PeopleInMemory(LISTS, members))
                .connect(AUDIENCES, audiences)
                .build();
    }

    /** With files in gzip. */
    static OurShare gzip(Members members) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        return new OurShare(members, OurPacking.gzip(threads), threads);
    }

    /** With files encrypted by OpenPGP. */
    static OurShare openPgp(Members members) throws IOException {
        return new OurShare(members, OurPacking.openPgp(), Executors.newFixedThreadPool(2));
    }

    @Override
    public InputStream rows(Path file) throws IOException {
        return packing.reading().open(file);
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
