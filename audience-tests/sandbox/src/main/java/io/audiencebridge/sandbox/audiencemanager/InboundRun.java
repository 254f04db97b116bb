// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.s3.ObjectStore;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A processing run: takes in every file that waits, or says why not. Guarded by the company's lock. */
final class InboundRun {
    /** Source: audience-manager.md, section 4.3 and C1. */
    private static final long LARGEST_COMPRESSED = 3L << 30;

    private static final long LARGEST = 5L << 30;

    private final Company company;
    private final ObjectStore objects;
    private final String bucket;
    private final InboundHistory history;

    InboundRun(Company company, ObjectStore objects, String bucket, InboundHistory history) {
        this.company = company;
        this.objects = objects;
        this.bucket = bucket;
        this.history = history;
    }

    void run() {
        history.files().stream()
                .filter(file -> file.status() == InboundFile.Status.WAITING)
                .forEach(this::process);
    }

    private void process(InboundFile file) {
        try {
            InboundName name = InboundName.of(file.key());
            Optional<ObjectNode> source = company.dataSources().find(name.dataSource());
            check(name, source.isPresent());
            // A damaged file must not leave half its rows, so it is read once for its form and once for its rows.
            checkContent(file, name);
            IdKind kind = source.map(IdKind::of).orElseGet(() -> IdKind.ofGlobal(name.dataSource()));
            boolean matching = source.isEmpty()
                    || kind == IdKind.DIGITS_38
                    || !source.get().path("idType").asText().equals("COOKIE");
            try (InputStream in = content(file, name)) {
                new InboundRows(company, file, name, kind, matching).read(in);
            }
            file.processed(name.dataSource(), company.now());
        } catch (Unprocessable e) {
            file.rejected(e.reason(), company.now());
        } catch (NoSuchElementException e) {
            file.rejected("the object was removed before the processing run", company.now());
        } catch (IOException e) {
            file.rejected("the content cannot be read: " + e.getMessage(), company.now());
        }
    }

    private void check(InboundName name, boolean own) throws Unprocessable {
        if (!own && !IdKind.isGlobal(name.dataSource())) {
            throw new Unprocessable("data source " + name.dataSource() + " does not exist");
        }
        if (company.dataSources().find(name.target()).isEmpty()) {
            throw new Unprocessable("target data source " + name.target() + " does not exist");
        }
    }

    private void checkContent(InboundFile file, InboundName name) throws Unprocessable, IOException {
        byte[] chunk = new byte[1 << 16];
        long size = 0;
        try (InputStream in = content(file, name)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                size += read;
            }
        }
        if (size == 0) {
            throw new Unprocessable("the file is empty");
        }
        if (size > LARGEST || (name.zipped() && file.size() > LARGEST_COMPRESSED)) {
            throw new Unprocessable("the file is larger than 5 GB, or than 3 GB compressed");
        }
    }

    private InputStream content(InboundFile file, InboundName name) throws IOException {
        InputStream in = new BufferedInputStream(objects.read(bucket, file.key()), 1 << 16);
        try {
            return name.zipped() ? new GZIPInputStream(in, 1 << 16) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
