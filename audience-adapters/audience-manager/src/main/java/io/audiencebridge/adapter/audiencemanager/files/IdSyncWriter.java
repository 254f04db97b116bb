// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.adapter.audiencemanager.client.DataFileReport;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncFile;
import io.audiencebridge.adapter.audiencemanager.client.RowFault;
import io.audiencebridge.adapter.audiencemanager.client.UserIdCheck;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;

/** Writes rows of ids with a TAB between them, each as it is. */
final class IdSyncWriter implements IdSyncFile {
    private static final int CHECKED_EVERY = 1024;

    private final InboundUpload upload;
    private final Seq<UserIdCheck> columns;
    private final Option<AddressesPerPerson> addresses;
    private final Seq<String> notices;
    private final Call call;
    private final RejectCounts counts = new RejectCounts();

    /**
     * A writer.
     *
     * @param addresses counts the second column's ids of the first column's; none when there is no limit
     */
    IdSyncWriter(
            InboundUpload upload,
            Seq<UserIdCheck> columns,
            Option<AddressesPerPerson> addresses,
            Seq<String> notices,
            Call call) {
        this.upload = upload;
        this.columns = columns;
        this.addresses = addresses;
        this.notices = notices;
        this.call = call;
    }

    @Override
    public Either<BridgeError, Boolean> add(String... ids) {
        if (ids.length != columns.size()) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "ids", "a row of this file has " + columns.size() + " ids, one a column, and not " + ids.length));
        }
        return (counts.offered() % CHECKED_EVERY == 0 ? call.check() : Either.<BridgeError, Call>right(call))
                .flatMap(open -> write(ids));
    }

    @Override
    public Either<BridgeError, DataFileReport> finish() {
        return upload.finish()
                .map(files -> counts.report().files(files).notices(notices).build());
    }

    @Override
    public void abort() {
        upload.abort();
    }

    private Either<BridgeError, Boolean> write(String... ids) {
        byte[] row = (String.join("\t", ids) + "\n").getBytes(StandardCharsets.UTF_8);
        Option<RowFault> fault = fault(row.length, ids);
        if (fault.isDefined()) {
            counts.rejected(fault.get());
            return Either.right(false);
        }
        return upload.append(row, row.length).map(taken -> true).peek(taken -> counts.taken());
    }

    private Option<RowFault> fault(int length, String... ids) {
        if (length > DataFileWriter.LONGEST) {
            return Option.of(RowFault.TOO_LONG);
        }
        for (int column = 0; column < ids.length; column++) {
            Option<RowFault> fault = columns.get(column).fault(ids[column]);
            if (fault.isDefined()) {
                return fault;
            }
        }
        byte[] person = ids[0].getBytes(StandardCharsets.UTF_8);
        return addresses
                .filter(counted -> !counted.add(person, person.length))
                .map(full -> RowFault.TOO_MANY_ADDRESSES);
    }
}
