// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.adapter.audiencemanager.client.DataFile;
import io.audiencebridge.adapter.audiencemanager.client.DataFileReport;
import io.audiencebridge.adapter.audiencemanager.client.DataItems;
import io.audiencebridge.adapter.audiencemanager.client.RowFault;
import io.audiencebridge.adapter.audiencemanager.client.UserIdCheck;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;

/** Writes rows of any items: the id, a TAB, the items, a line feed. */
final class DataFileWriter implements DataFile {
    /** With the line feed: whether that counts is not documented, so it does. */
    static final int LONGEST = 102_400;

    private static final int CHECKED_EVERY = 1024;

    private final InboundUpload upload;
    private final UserIdCheck ids;
    private final boolean overwrites;
    private final RowsPerUser perUser;
    private final Call call;
    private final RejectCounts counts = new RejectCounts();
    private final byte[] row = new byte[LONGEST];

    DataFileWriter(InboundUpload upload, UserIdCheck ids, boolean overwrites, RowsPerUser perUser, Call call) {
        this.upload = upload;
        this.ids = ids;
        this.overwrites = overwrites;
        this.perUser = perUser;
        this.call = call;
    }

    @Override
    public Either<BridgeError, Boolean> add(String user, DataItems items) {
        return (counts.offered() % CHECKED_EVERY == 0 ? call.check() : Either.<BridgeError, Call>right(call))
                .flatMap(open -> useful(items))
                .flatMap(sound -> write(user, items.bytes()));
    }

    @Override
    public Either<BridgeError, DataFileReport> finish() {
        return upload.finish().map(files -> counts.report().files(files).build());
    }

    @Override
    public void abort() {
        upload.abort();
    }

    private Either<BridgeError, DataItems> useful(DataItems items) {
        if (items.isEmpty() && !overwrites) {
            return wrong("a row without items does nothing in a .sync file; leave it out");
        }
        return items.isRemoving() && overwrites
                ? wrong(
                        "a file that overwrites does not heed removals; leave them out, the traits not listed are removed anyway")
                : Either.right(items);
    }

    private Either<BridgeError, Boolean> write(String user, byte[] items) {
        byte[] id = user.getBytes(StandardCharsets.UTF_8);
        int length = id.length + items.length + 2;
        Option<RowFault> fault = length > LONGEST ? Option.of(RowFault.TOO_LONG) : ids.fault(user);
        if (fault.isEmpty() && upload.begins(length)) {
            perUser.reset();
        }
        if (fault.isEmpty() && !perUser.add(id, id.length)) {
            fault = Option.of(RowFault.TOO_MANY_ROWS);
        }
        if (fault.isDefined()) {
            counts.rejected(fault.get());
            return Either.right(false);
        }
        return append(id, items, length).map(taken -> true).peek(taken -> counts.taken());
    }

    private Either<BridgeError, Integer> append(byte[] id, byte[] items, int length) {
        System.arraycopy(id, 0, row, 0, id.length);
        row[id.length] = '\t';
        System.arraycopy(items, 0, row, id.length + 1, items.length);
        row[length - 1] = '\n';
        return upload.append(row, length);
    }

    private static <T> Either<BridgeError, T> wrong(String message) {
        return Either.left(BridgeError.InvalidRequest.of("items", message));
    }
}
