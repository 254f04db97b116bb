// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** Writes a list's difference into a file and, at the end, starts the workflow that loads it. */
final class ChangeSink implements KeySink<WriteSummary> {
    private final ChangeFile file;
    private final String name;
    private final BulkJob job;
    private final Call call;

    ChangeSink(ChangeFile file, String name, BulkJob job, Call call) {
        this.file = file;
        this.name = name;
        this.job = job;
        this.call = call;
    }

    @Override
    public Either<BridgeError, Integer> accept(TextKeys batch) {
        return file.accept(batch, call);
    }

    @Override
    public Either<BridgeError, WriteSummary> finish() {
        return call.check()
                .flatMap(open -> file.finish())
                .flatMap(rows -> job.begin(call).map(begun -> new WriteSummary(rows, Vector.of(name))));
    }

    @Override
    public void abort() {
        file.abort();
    }
}
