// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import io.audiencebridge.sandbox.audiencemanager.files.InboundFile.Counter;
import io.audiencebridge.sandbox.audiencemanager.profiles.IdKind;
import io.audiencebridge.sandbox.audiencemanager.profiles.Ids;
import io.audiencebridge.sandbox.audiencemanager.profiles.Links;
import io.audiencebridge.sandbox.audiencemanager.profiles.ProfileStore;
import io.audiencebridge.sandbox.audiencemanager.profiles.Profiles;
import io.audiencebridge.sandbox.audiencemanager.profiles.Subjects;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the ids of the rows of one file together. Source: audience-manager.md, section 4.9. */
final class IdSyncRows {
    /** Hexadecimal digits of a SHA-256. */
    private static final int HASH = 64;

    private final Profiles profiles;
    private final InboundFile file;
    private final InboundName.IdSync name;
    private final Instant at;
    private final List<Column> columns = new ArrayList<>();

    IdSyncRows(Profiles profiles, InboundFile file, InboundName.IdSync name, Instant at) {
        this.profiles = profiles;
        this.file = file;
        this.name = name;
        this.at = at;
        columns.add(new Column(profiles, name.dataSource()));
        name.others().forEach(source -> columns.add(new Column(profiles, source)));
    }

    void read(InputStream in) throws IOException {
        RowReader rows = new RowReader(in);
        while (rows.next()) {
            file.count(Counter.RECEIVED);
            if (rows.tooLong()) {
                file.count(Counter.DROPPED);
            } else {
                file.count(Counter.PROCESSED);
                row(rows.bytes(), rows.from(), rows.to());
            }
        }
    }

    private void row(byte[] bytes, int from, int to) {
        Optional<Counter> error = error(bytes, from, to);
        if (error.isPresent()) {
            file.error(error.get(), bytes, from, to);
            return;
        }
        boolean bound = name.people() ? bindPeople(bytes) : bindDevices(bytes);
        if (bound) {
            file.count(Counter.STORED);
        } else {
            file.error(Counter.NO_MATCHING_AAM_IDS, bytes, from, to);
        }
    }

    /** Cuts the row into its columns on the way. */
    private Optional<Counter> error(byte[] bytes, int from, int to) {
        if (from == to || bytes[to - 1] == ' ' || bytes[to - 1] == '\t') {
            return Optional.of(Counter.FORMAT_ERRORS);
        }
        int start = from;
        for (Column column : columns) {
            if (start > to) {
                return Optional.of(Counter.FORMAT_ERRORS);
            }
            column.from = start;
            column.to = start;
            while (column.to < to && bytes[column.to] != '\t') {
                column.to++;
            }
            start = column.to + 1;
        }
        return start <= to ? Optional.of(Counter.FORMAT_ERRORS) : wrongId(bytes);
    }

    private Optional<Counter> wrongId(byte[] bytes) {
        for (Column column : columns) {
            if (!column.kind.fits(bytes, column.from, column.to)) {
                return Optional.of(column.kind.isDigits() ? Counter.INVALID_AAM_IDS : Counter.INVALID_DEVICE_IDS);
            }
        }
        Column last = columns.get(columns.size() - 1);
        boolean hashed = !name.people() || last.isHash(bytes);
        return hashed ? Optional.empty() : Optional.of(Counter.FORMAT_ERRORS);
    }

    private boolean bindPeople(byte[] bytes) {
        Column people = columns.get(0);
        Column hashes = columns.get(1);
        Links links = profiles.emails(people.source, hashes.source);
        links.bind(people.add(bytes), hashes.add(bytes));
        file.count(Counter.DEVICES);
        return true;
    }

    /** Every device of the row gets the row's other ids; a chain of files needs no more than that. */
    private boolean bindDevices(byte[] bytes) {
        int[] devices = devices(bytes);
        for (int i = devices.length - 1; i >= 0; i--) {
            for (Column column : columns) {
                bind(devices[i], column, bytes);
            }
            profiles.store(Profiles.DEVICES).seen(devices[i], at);
        }
        file.add(Counter.DEVICES, devices.length);
        return devices.length > 0;
    }

    /** The device that a column names, else those to which the master's id was bound before. */
    private int[] devices(byte[] bytes) {
        for (Column column : columns) {
            if (column.kind.isDigits()) {
                return new int[] {column.add(bytes)};
            }
        }
        for (Column column : columns) {
            if (column.kind != IdKind.CUSTOMER) {
                return column.profiles(bytes);
            }
        }
        return columns.get(0).profiles(bytes);
    }

    private void bind(int device, Column column, byte[] bytes) {
        if (!column.kind.isDigits()) {
            int id = column.add(bytes);
            profiles.bind(device, column.source, id);
            if (column.crossDevice) {
                column.store.seen(id, at);
            }
        }
    }

    /** A column of the row that is looked at. */
    private static final class Column {
        private final long source;
        private final IdKind kind;
        private final boolean crossDevice;
        private final Ids ids;
        private final Subjects subjects;
        private final Links links;
        private final ProfileStore store;
        private int from;
        private int to;

        Column(Profiles profiles, long source) {
            this.source = source;
            this.kind = profiles.kind(source);
            this.crossDevice = profiles.isCrossDevice(source);
            this.ids = profiles.ids(source);
            this.subjects = profiles.subjects(source);
            this.links = profiles.links(source);
            this.store = profiles.store(source);
        }

        int add(byte[] bytes) {
            return ids.add(bytes, from, to);
        }

        /** The devices to which the id was bound; a device id gets one of its own. */
        int[] profiles(byte[] bytes) {
            int id = kind == IdKind.CUSTOMER ? ids.find(bytes, from, to) : subjects.introduced(bytes, from, to);
            return id < 0 ? new int[0] : links.ofRight(id).toArray();
        }

        boolean isHash(byte[] bytes) {
            boolean hash = to - from == HASH;
            for (int at = from; hash && at < to; at++) {
                hash = (bytes[at] >= '0' && bytes[at] <= '9') || (bytes[at] >= 'a' && bytes[at] <= 'f');
            }
            return hash;
        }
    }
}
