// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.adapter.experienceplatform.client.ExportPart;
import io.audiencebridge.adapter.experienceplatform.client.ExportRows;
import io.audiencebridge.adapter.experienceplatform.client.MembershipBatch;
import io.audiencebridge.adapter.experienceplatform.client.RejectedRows;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The rows of an export: its files one after the other, each opened when the one before has ended. */
final class FileRows implements ExportRows {
    private final BiFunction<ExportPart, RejectTally, Either<BridgeError, PartRows>> opening;
    private final RejectTally rejects = new RejectTally();
    private final BatchBuilder batch = new BatchBuilder();
    private Vector<ExportPart> left;
    private Vector<String> notices = Vector.empty();
    private @Nullable PartRows open;

    FileRows(Vector<ExportPart> parts, BiFunction<ExportPart, RejectTally, Either<BridgeError, PartRows>> opening) {
        this.left = parts;
        this.opening = opening;
    }

    @Override
    public Either<BridgeError, Option<MembershipBatch>> next() {
        while (!batch.isFull()) {
            Either<BridgeError, Option<PartRows>> current = current();
            if (current.isLeft()) {
                return Either.left(current.getLeft());
            }
            if (current.get().isEmpty()) {
                break;
            }
            Either<BridgeError, Boolean> filled = current.get().get().fill(batch);
            if (filled.isLeft()) {
                return Either.left(filled.getLeft());
            }
            if (filled.get()) {
                close();
            }
        }
        return Either.right(batch.size() == 0 ? Option.none() : Option.of(batch.build()));
    }

    private Either<BridgeError, Option<PartRows>> current() {
        if (open != null || left.isEmpty()) {
            return Either.right(Option.of(open));
        }
        ExportPart part = left.head();
        left = left.tail();
        return opening.apply(part, rejects).map(opened -> {
            open = opened;
            if (!opened.hasStatus()) {
                notices = notices.append("File " + part.file().name()
                        + " has no column of the membership's status, so that everybody in it enters and"
                        + " nobody leaves; map the status in the destination");
            }
            return Option.of(opened);
        });
    }

    @Override
    public RejectedRows rejected() {
        return rejects.rejected();
    }

    @Override
    public Seq<String> notices() {
        return notices;
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
