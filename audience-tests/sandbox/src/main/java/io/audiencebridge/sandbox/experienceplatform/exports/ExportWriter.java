// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import io.audiencebridge.sandbox.experienceplatform.people.Audience;
import io.audiencebridge.sandbox.experienceplatform.people.Population;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one run: its parts, and a manifest if it is asked for, and sends them off. */
final class ExportWriter {
    private final Population people;
    private final PartFiles parts;
    private final Shipments shipments;
    private final ExportSettings settings;

    /** A file before it is known when it arrives. */
    private record Named(String name, Path content) {}

    ExportWriter(Population people, PartFiles parts, Shipments shipments, ExportSettings settings) {
        this.people = people;
        this.parts = parts;
        this.shipments = shipments;
        this.settings = settings;
    }

    void write(Run run, Destination destination, Progress progress, boolean adHoc) {
        try {
            RowSet rows = new RowSet(destination);
            progress.members(people, destination, settings, run.startedAt()).forEach(rows::add);
            run.count(rows);
            send(run, destination, files(run, destination, rows), adHoc);
        } catch (IOException | IllegalArgumentException e) {
            run.fail(run.startedAt(), Runs.ABORTED);
        }
    }

    private List<Named> files(Run run, Destination destination, RowSet rows) throws IOException {
        if (destination.columns().isEmpty()) {
            throw new IOException("The destination has no columns");
        }
        if (rows.rows().isEmpty() && !settings.writesEmptyFiles()) {
            return List.of();
        }
        List<Path> contents = parts.write(destination, rows.rows().iterator());
        String base = base(run, destination);
        List<Named> files = new ArrayList<>();
        for (int part = 1; part <= contents.size(); part++) {
            Path content = contents.get(part - 1);
            String name = base + (part == 1 ? "" : "_" + part) + ending(destination);
            files.add(new Named(name, content));
            run.add(new Run.RunFile(name, Files.size(content)));
        }
        return files;
    }

    private String base(Run run, Destination destination) {
        Audience audience = people.audience(run.audience());
        String template =
                destination.activation(run.audience()).map(Activation::template).orElse(Activation.TEMPLATE);
        Map<String, String> values = Map.of(
                "DESTINATION_NAME", destination.name(),
                "DESTINATION_INSTANCE_NAME", destination.name(),
                "DESTINATION_INSTANCE_ID", run.destination(),
                "DESTINATION", "Adobe Campaign",
                "SEGMENT_ID", audience.id(),
                "SEGMENT_NAME", audience.name(),
                "ORGANIZATION_NAME", "Sandbox",
                "SANDBOX_NAME", "prod");
        return new NameTemplate(template).name(values, run.startedAt());
    }

    /** UNVERIFIED: what comes after {@code .csv}; a file is compressed before it is encrypted. */
    private String ending(Destination destination) {
        return ".csv"
                + (destination.format().isZipped() ? settings.gzipSuffix() : "")
                + (destination.publicKey().isPresent() ? settings.encryptedSuffix() : "");
    }

    private void send(Run run, Destination destination, List<Named> files, boolean adHoc) throws IOException {
        List<Named> all = new ArrayList<>(files);
        if (settings.partsDescend()) {
            Collections.reverse(all);
        }
        if (destination.wantsManifest() && !settings.manifestNever()) {
            Path content = parts.write(Manifest.content(run, destination.target()));
            all.add(settings.manifestFirst() ? 0 : all.size(), new Named(Manifest.name(run), content));
        }
        Instant due = run.startedAt().plus(settings.takes(adHoc));
        for (Named file : all) {
            shipments.add(new Shipment(
                    run,
                    destination.target(),
                    file.name(),
                    file.content(),
                    shipments.isHolding() ? Optional.empty() : Optional.of(due)));
            due = due.plus(settings.gap());
        }
        if (all.isEmpty()) {
            run.complete(run.startedAt());
        }
    }
}
