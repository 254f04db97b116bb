// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import io.audiencebridge.sandbox.audiencemanager.profiles.DataSource;
import io.audiencebridge.sandbox.audiencemanager.profiles.Definitions;
import io.audiencebridge.sandbox.audiencemanager.profiles.IdKind;
import io.audiencebridge.sandbox.audiencemanager.profiles.ProfileStore;
import io.audiencebridge.sandbox.audiencemanager.profiles.Profiles;
import io.audiencebridge.sandbox.audiencemanager.profiles.Trait;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** A processing run: takes in every file that waits, or says why not. Guarded by the company's lock. */
final class InboundRun {
    private static final String BUCKET_OWNER = "bucket-owner-full-control";
    private static final int BUFFER = 1 << 16;
    /** How long samples of errors are kept. Source: audience-manager.md, section 4.8. */
    private static final Duration SAMPLED = Duration.ofDays(14);

    private final Outside outside;
    private final FileSettings settings;
    private final InboundHistory history;
    private final InboundKeys keys;
    private final OpenPgp openPgp;
    private final Receipts receipts;
    private final Backlog backlog;

    InboundRun(
            Outside outside,
            FileSettings settings,
            InboundHistory history,
            OpenPgp openPgp,
            Receipts receipts,
            Backlog backlog) {
        this.outside = outside;
        this.settings = settings;
        this.history = history;
        this.keys = new InboundKeys(settings);
        this.openPgp = openPgp;
        this.receipts = receipts;
        this.backlog = backlog;
    }

    void run() {
        List<InboundFile> waiting = new ArrayList<>(history.files().stream()
                .filter(file -> file.status() == InboundFile.Status.WAITING)
                .toList());
        if (settings.fileOrder.value().equals("reversed")) {
            Collections.reverse(waiting);
        }
        for (InboundFile file : waiting) {
            process(file);
            backlog.catchUp(now());
        }
        receipts.write(waiting, now());
        removeOld();
    }

    private Instant now() {
        return outside.definitions().now();
    }

    private void removeOld() {
        Instant oldest = now().minus(FileSettings.of(settings.inboundKept));
        history.files().stream()
                .filter(file -> file.arrived().isBefore(oldest))
                .forEach(file -> outside.objects().delete(outside.inbound(), file.key()));
    }

    private void process(InboundFile file) {
        try {
            InboundName name = keys.read(file.key());
            check(file, name);
            if (name instanceof InboundName.Data data) {
                take(file, data);
            } else if (name instanceof InboundName.IdSync sync) {
                take(file, sync);
            }
            file.processed(name.dataSource(), now());
        } catch (Unprocessable e) {
            file.rejected(e.reason(), now());
        } catch (NoSuchElementException e) {
            file.rejected("the object was removed before the processing run", now());
        } catch (IOException e) {
            file.rejected("the content cannot be read: " + e.getMessage(), now());
        }
    }

    private void check(InboundFile file, InboundName name) throws Unprocessable {
        boolean owned = outside.objects()
                .acl(outside.inbound(), file.key())
                .filter(BUCKET_OWNER::equals)
                .isPresent();
        if (settings.crossAccount.value() && !owned) {
            throw new Unprocessable("the object was sent without x-amz-acl: " + BUCKET_OWNER
                    + ", so that the owner of the bucket cannot read it");
        }
        if (name.packing() != InboundName.Packing.PLAIN && file.size() > settings.largestPacked.value()) {
            throw new Unprocessable(
                    "the file is larger than " + settings.largestPacked.value() + " bytes as it was packed");
        }
    }

    private void take(InboundFile file, InboundName.Data name) throws Unprocessable, IOException {
        Definitions definitions = outside.definitions();
        checkSource(name.oracle() ? name.target() : name.dataSource());
        if (definitions.dataSource(name.target()).isEmpty()) {
            throw new Unprocessable("target data source " + name.target() + " does not exist");
        }
        sample(file, name.dataSource(), name.target());
        // Oracle's files are named by a source of their own; their rows are of devices.
        ProfileStore store = outside.profiles().store(name.oracle() ? Profiles.DEVICES : name.dataSource());
        TargetTraits traits =
                new TargetTraits(definitions, name.target(), file.arrived(), FileSettings.of(settings.traitLiveAfter));
        Changes changes = new Changes(store, Math.toIntExact(settings.traitsPerProfile.value()));
        RowEffects effects = new RowEffects(traits, name.overwrite(), name.oracle());
        InboundRows rows = new InboundRows(outside.profiles(), file, name, effects, cleared(traits), changes);
        try (InboundContent in = content(file, name)) {
            rows.read(in);
            checkSize(in);
        }
        backlog.add(changes, now().plus(FileSettings.of(settings.usableAfter)));
    }

    /** C12: whose traits an overwrite replaces. */
    private Set<Long> cleared(TargetTraits traits) {
        return settings.overwriteClearsAll.value()
                ? outside.definitions().traits().map(Trait::sid).collect(Collectors.toSet())
                : traits.all();
    }

    private void take(InboundFile file, InboundName.IdSync name) throws Unprocessable, IOException {
        checkSource(name.dataSource());
        for (long source : name.others()) {
            checkSource(source);
        }
        sample(file, name.dataSource(), name.dataSource());
        IdSyncRows rows = new IdSyncRows(outside.profiles(), file, name, now());
        try (InboundContent in = content(file, name)) {
            rows.read(in);
            checkSize(in);
        }
    }

    private void checkSource(long source) throws Unprocessable {
        boolean known = source == Profiles.DEVICES
                || IdKind.isGlobal(source)
                || outside.definitions().dataSource(source).isPresent();
        if (!known) {
            throw new Unprocessable("data source " + source + " does not exist");
        }
    }

    /** A global source has no settings; there those of the target count. */
    private void sample(InboundFile file, long source, long target) {
        outside.definitions()
                .dataSource(source)
                .or(() -> outside.definitions().dataSource(target))
                .flatMap(DataSource::sampledSince)
                .filter(since -> since.plus(SAMPLED).isAfter(now()))
                .ifPresent(since -> file.sample());
    }

    private static void checkSize(InboundContent in) throws Unprocessable {
        if (in.size() == 0) {
            throw new Unprocessable("the file is empty");
        }
    }

    private InboundContent content(InboundFile file, InboundName name) throws IOException, Unprocessable {
        if (file.size() == 0) {
            throw new Unprocessable("the file is empty");
        }
        InputStream in = new BufferedInputStream(outside.objects().read(outside.inbound(), file.key()), BUFFER);
        try {
            InputStream rows = switch (name.packing()) {
                case PLAIN -> in;
                case GZIP -> new GZIPInputStream(in, BUFFER);
                case OPEN_PGP -> openPgp.decrypted(in);
            };
            return new InboundContent(rows, settings.largest.value());
        } catch (IOException | Unprocessable e) {
            in.close();
            throw e;
        }
    }
}
