// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.s3.ObjectStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A publishing run: a full file for each file destination to which a segment is mapped, also when nobody is in it.
 *
 * <p>Incremental files and {@code .info} files, which a destination may have, are not written. Source:
 * audience-manager.md, sections 5.1, 5.2 and 5.5. Guarded by the company's lock.
 */
final class OutboundRun {
    private final Company company;
    private final ObjectStore objects;
    private final String bucket;
    private final OutboundHistory history;
    private final Map<Long, BitSet> published = new HashMap<>();

    OutboundRun(Company company, ObjectStore objects, String bucket, OutboundHistory history) {
        this.company = company;
        this.objects = objects;
        this.bucket = bucket;
        this.history = history;
    }

    void run() {
        company.destinations().all().stream()
                .filter(destination ->
                        destination.path("destinationType").asText().equals("S2S"))
                .forEach(this::publish);
        Instant oldest = company.now().minus(Timing.OUTBOUND_KEPT);
        history.files().stream()
                .filter(file -> file.writtenAt().isBefore(oldest))
                .forEach(file -> objects.delete(bucket, file.key()));
    }

    private void publish(ObjectNode destination) {
        long id = destination.path("destinationId").asLong();
        long source = destination.path(StartingData.MASTER).asLong();
        List<OutboundRows.Column> columns = new ArrayList<>();
        company.mappingsOf(id).filter(this::active).forEach(mapping -> columns.add(column(mapping, source)));
        if (columns.isEmpty()) {
            return;
        }
        Instant now = company.now();
        String key = id + "/S3_" + id + "_" + source + "_full_" + now.toEpochMilli() + ".sync.gz";
        OutboundRows rows = new OutboundRows(company.profiles().ids(source), columns);
        try (OutputStream out = new FastGzip(objects.write(bucket, key))) {
            history.add(new OutboundFile(key, id, source, now, rows.write(out)));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not write outbound file " + key, e);
        }
    }

    private OutboundRows.Column column(ObjectNode mapping, long source) {
        long number = mapping.path("destinationMappingId").asLong();
        String alias = mapping.path("traitAlias").asText("");
        String sid = mapping.path("sid").asText();
        BitSet current = company.segments()
                .find(mapping.path("sid").asLong())
                .map(segment -> company.population().members(segment, source))
                .orElseGet(BitSet::new);
        BitSet before = published.getOrDefault(number, new BitSet());
        published.put(number, current);
        return new OutboundRows.Column(
                mapping.path("traitAlias").isNull() || alias.isBlank() ? sid : alias, current, before);
    }

    private boolean active(ObjectNode mapping) {
        LocalDate today = LocalDate.ofInstant(company.now(), ZoneOffset.UTC);
        boolean begun = !LocalDate.parse(mapping.path("startDate").asText()).isAfter(today);
        String end =
                mapping.path("endDate").isNull() ? "" : mapping.path("endDate").asText("");
        boolean over = !end.isEmpty() && LocalDate.parse(end).isBefore(today);
        boolean paused = company.segments()
                .find(mapping.path("sid").asLong())
                .filter(segment -> segment.path("status").asText().equals("INACTIVE"))
                .isPresent();
        return begun && !over && !paused;
    }

    void clear() {
        published.clear();
    }
}
