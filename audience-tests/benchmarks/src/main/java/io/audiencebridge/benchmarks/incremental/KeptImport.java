// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.incremental;

import io.audiencebridge.benchmarks.reconcile.PartSource;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.reconcile.MatchTask;
import io.audiencebridge.domain.reconcile.PackedReconciler;
import io.audiencebridge.domain.reconcile.PackingSource;
import io.audiencebridge.domain.spi.engine.IndexPage;
import io.audiencebridge.domain.spi.engine.IndexStamp;
import io.audiencebridge.domain.spi.engine.RecipientIndexFactory;
import io.audiencebridge.domain.spi.engine.RecipientIndexes;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Takes over what changed into the copy that was kept on the first day, and reads everybody out of it. The secret was stretched before, as in a bridge that runs on. */
record KeptImport(Population population, Recipients source, PackedReconciler engine, RecipientIndexes indexes)
        implements Import {
    private static final ReconciliationKey KEY = new ReconciliationKey.Visitor();
    private static final IndexPage PAGE = new IndexPage(new ConnectionName("crm"), "visitor");
    private static final String HOME = "home";
    private static final String FIRST_DAY = "first-day";

    static KeptImport over(Population population, Recipients source, PackedReconciler engine) throws IOException {
        Path home = Files.createDirectories(population.folder().resolve(HOME));
        RecipientIndexes indexes = ServiceLoader.load(RecipientIndexFactory.class)
                .findFirst()
                .orElseThrow()
                .open(home.toString(), Secret.of("a secret of a benchmark"))
                .get();
        indexes.rebuild(PAGE, new IndexStamp("first day", Instant.EPOCH), packed(source.first()), Import.call())
                .get();
        copy(home, population.folder().resolve(FIRST_DAY));
        return new KeptImport(population, source, engine, indexes);
    }

    @Override
    public void prepare() throws IOException {
        copy(population.folder().resolve(FIRST_DAY), population.folder().resolve(HOME));
    }

    @Override
    public String run() throws IOException {
        indexes.refresh(PAGE, new IndexStamp("second day", Instant.EPOCH), packed(source.changed()), Import.call())
                .get();
        try (KeySource members = PartSource.all(population.parts("members"), false);
                KeySource recipients = indexes.read(PAGE, Import.call()).get()) {
            MatchTask task = MatchTask.builder()
                    .key(KEY)
                    .members(members)
                    .recipients(recipients)
                    .packedRecipients(true)
                    .build();
            return Import.told(engine.match(task, Import.call()).get());
        }
    }

    private static KeySource packed(KeySource rows) {
        return new PackingSource(rows, KEY, false);
    }

    /** The large file never changes, so it is copied once. */
    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            if (!Files.exists(target)
                    || Files.size(target) != Files.size(file)
                    || file.toString().endsWith(".manifest")) {
                Files.createDirectories(target.resolve("..").normalize());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
