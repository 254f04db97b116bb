// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import io.audiencebridge.adapter.inmemory.InMemoryJournal;
import io.audiencebridge.adapter.inmemory.InMemoryLeases;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.engine.Journal;
import io.audiencebridge.domain.spi.engine.JournalFactory;
import io.audiencebridge.domain.spi.engine.JournalSettings;
import io.audiencebridge.domain.spi.engine.JournalStore;
import io.audiencebridge.domain.spi.engine.Leases;
import io.audiencebridge.domain.spi.engine.RunFilter;
import io.audiencebridge.domain.spi.engine.RunPages;
import io.vavr.control.Either;
import java.util.List;

/** A journal in memory that writes down its end, found by its settings. */
public record Shelf(Journal journal, Leases leases, List<String> closed) implements JournalStore {
    Shelf(List<String> closed) {
        this(new InMemoryJournal(), new InMemoryLeases(), closed);
    }

    @Override
    public RunPages pages() {
        return wanted -> journal.all()
                .map(all ->
                        all.filter(wanted::wants).sorted(RunFilter.NEWEST_FIRST).take(wanted.most()));
    }

    @Override
    public void close() {
        closed.add("journal");
    }

    record Shelving(Shelf shelf, String mistake) implements JournalSettings {}

    public static final class Shelves implements JournalFactory<Shelving> {
        @Override
        public Class<Shelving> settings() {
            return Shelving.class;
        }

        @Override
        public Either<BridgeError, JournalStore> open(Shelving settings) {
            return settings.mistake().isEmpty()
                    ? Either.right(settings.shelf())
                    : Either.left(BridgeError.InvalidRequest.of("shelf", settings.mistake()));
        }
    }
}
