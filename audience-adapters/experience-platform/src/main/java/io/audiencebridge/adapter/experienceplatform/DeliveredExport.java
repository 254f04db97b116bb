// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.adapter.experienceplatform.client.ExportRows;
import io.audiencebridge.adapter.experienceplatform.client.PlatformExport;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.EventSource;
import io.audiencebridge.domain.spi.connector.EventExport;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** An export of a destination as the domain reads it. What reading it brought to light is among its notices from then on. */
final class DeliveredExport implements EventExport {
    private final PlatformExport export;
    private final String identity;
    private final Supplier<Either<BridgeError, ExportRows>> rows;
    private final Set<String> found = new LinkedHashSet<>();

    DeliveredExport(PlatformExport export, String identity, Supplier<Either<BridgeError, ExportRows>> rows) {
        this.export = export;
        this.identity = identity;
        this.rows = rows;
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public boolean isFull() {
        return export.isFull();
    }

    @Override
    public Instant time() {
        return export.time();
    }

    @Override
    public List<String> files() {
        return export.parts().stream().map(part -> part.file().name()).toList();
    }

    @Override
    public synchronized List<String> notices() {
        List<String> notices = new ArrayList<>(export.notices());
        notices.addAll(found);
        return notices;
    }

    @Override
    public Either<BridgeError, EventSource> open() {
        return rows.get().map(opened -> new ExportEvents(opened, this::add));
    }

    private synchronized void add(String notice) {
        found.add(notice);
    }
}
