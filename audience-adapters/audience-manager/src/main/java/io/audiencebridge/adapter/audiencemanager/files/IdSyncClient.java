// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncFile;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncFileName;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncFiles;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncOrder;
import io.audiencebridge.adapter.audiencemanager.client.UserIdCheck;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Id-sync files. */
public final class IdSyncClient implements IdSyncFiles {
    private final Supplier<Either<BridgeError, InboundFiles>> files;
    private final Supplier<Either<BridgeError, Packing>> gzip;
    private final InstantSource clock;
    private final long hashSeed;

    /**
     * A client.
     *
     * @param files where they are written; asked for at every opening
     * @param gzip how they are packed
     * @param hashSeed seeds the counting of addresses per person
     */
    public IdSyncClient(
            Supplier<Either<BridgeError, InboundFiles>> files,
            Supplier<Either<BridgeError, Packing>> gzip,
            InstantSource clock,
            long hashSeed) {
        this.files = files;
        this.gzip = gzip;
        this.clock = clock;
        this.hashSeed = hashSeed;
    }

    @Override
    public Either<BridgeError, IdSyncFile> open(IdSyncOrder order, CallOptions options) {
        Call call = options.begin();
        Seq<Either<BridgeError, UserIdCheck>> checks =
                Vector.ofAll(order.columns()).map(column -> UserIdCheck.of(column.dataSource(), column.ids()));
        Seq<Violation> violations = IdSyncColumns.violations(order)
                .appendAll(checks.filter(Either::isLeft)
                        .map(Either::getLeft)
                        .flatMap(wrong -> Vector.of(new Violation("columns", wrong.message()))));
        return violations.isEmpty()
                ? upload(order, call).map(upload -> writer(order, upload, checks.map(Either::get), call))
                : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
    }

    private IdSyncWriter writer(IdSyncOrder order, InboundUpload upload, Seq<UserIdCheck> columns, Call call) {
        Option<AddressesPerPerson> limited = order.kind() == IdSyncFileName.Kind.C2C_ID
                ? Option.of(new AddressesPerPerson(hashSeed))
                : Option.none();
        return new IdSyncWriter(upload, columns, limited, IdSyncColumns.notices(order), call);
    }

    private Either<BridgeError, InboundUpload> upload(IdSyncOrder order, Call call) {
        return files.get()
                .flatMap(inbound -> gzip.get()
                        .flatMap(packing -> stamp(order, inbound, call)
                                .flatMap(stamp -> inbound.upload(name(order, stamp), packing, call))));
    }

    private Either<BridgeError, Instant> stamp(IdSyncOrder order, InboundFiles inbound, Call call) {
        Instant now = clock.instant();
        return Option.ofOptional(order.stamp())
                .map(Either::<BridgeError, Instant>right)
                .getOrElse(() -> inbound.freeSyncStamp(name(order, now), now, call));
    }

    private static IdSyncFileName name(IdSyncOrder order, Instant stamp) {
        return IdSyncFileName.builder()
                .kind(order.kind())
                .dataSources(Vector.ofAll(order.columns()).map(IdSyncOrder.Column::dataSource))
                .stamp(stamp.getEpochSecond())
                .build();
    }
}
