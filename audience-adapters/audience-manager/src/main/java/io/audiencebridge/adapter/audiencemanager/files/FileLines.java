// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.adapter.audiencemanager.client.DataFileReport;
import io.audiencebridge.adapter.audiencemanager.client.InboundFileCheck;
import io.audiencebridge.adapter.audiencemanager.client.InboundFileName;
import io.audiencebridge.adapter.audiencemanager.client.InboundRow;
import io.audiencebridge.adapter.audiencemanager.client.RowFault;
import io.audiencebridge.adapter.audiencemanager.client.UserIdCheck;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;

/** Checks the lines of a file that was made elsewhere. */
final class FileLines implements InboundFileCheck {
    private final InboundFileName name;
    private final UserIdCheck ids;
    private final RowsPerUser perUser;
    private final RejectCounts counts = new RejectCounts();

    FileLines(InboundFileName name, UserIdCheck ids, RowsPerUser perUser) {
        this.name = name;
        this.ids = ids;
        this.perUser = perUser;
    }

    @Override
    public Either<RowFault, InboundRow> line(String line) {
        return InboundRow.parse(line, name, ids)
                .flatMap(this::counted)
                .peek(row -> counts.taken())
                .peekLeft(counts::rejected);
    }

    @Override
    public Either<BridgeError, DataFileReport> finish() {
        return counts.offered() == 0
                ? Either.left(BridgeError.InvalidRequest.of(
                        "file",
                        name.text() + " has no line, and Audience Manager refuses an empty file; do not upload it"))
                : Either.right(counts.report().addFiles(name.text()).build());
    }

    private Either<RowFault, InboundRow> counted(InboundRow row) {
        byte[] user = row.user().getBytes(StandardCharsets.UTF_8);
        return perUser.add(user, user.length) ? Either.right(row) : Either.left(RowFault.TOO_MANY_ROWS);
    }
}
