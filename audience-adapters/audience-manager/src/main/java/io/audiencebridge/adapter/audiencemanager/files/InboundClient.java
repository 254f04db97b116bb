// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.DataFile;
import io.audiencebridge.adapter.audiencemanager.client.DataFileOrder;
import io.audiencebridge.adapter.audiencemanager.client.DataFiles;
import io.audiencebridge.adapter.audiencemanager.client.GlobalDataSource;
import io.audiencebridge.adapter.audiencemanager.client.InboundFileCheck;
import io.audiencebridge.adapter.audiencemanager.client.InboundFileName;
import io.audiencebridge.adapter.audiencemanager.client.UserIdCheck;
import io.audiencebridge.adapter.audiencemanager.client.UserIds;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Data files of any content. */
public final class InboundClient implements DataFiles {
    private final Supplier<Either<BridgeError, InboundFiles>> files;
    private final OwnedTraits traits;
    private final InstantSource clock;
    private final long hashSeed;

    /**
     * A client.
     *
     * @param files where they are written; asked for at every opening
     * @param traits asked before a file may overwrite
     * @param hashSeed seeds the counting of rows per user
     */
    public InboundClient(
            Supplier<Either<BridgeError, InboundFiles>> files, OwnedTraits traits, InstantSource clock, long hashSeed) {
        this.files = files;
        this.traits = traits;
        this.clock = clock;
        this.hashSeed = hashSeed;
    }

    @Override
    public Either<BridgeError, DataFile> open(DataFileOrder order, CallOptions options) {
        Call call = options.begin();
        return UserIdCheck.of(order.dataSource(), order.ids())
                .flatMap(ids -> owned(order)
                        .flatMap(sound -> files.get())
                        .flatMap(inbound -> spared(order, call)
                                .flatMap(sound -> stamp(order, inbound, call))
                                .flatMap(stamp -> inbound.upload(name(order, stamp), call)))
                        .map(upload ->
                                new DataFileWriter(upload, ids, overwrites(order), new RowsPerUser(hashSeed), call)));
    }

    @Override
    public Either<BridgeError, InboundFileCheck> check(InboundFileName name, UserIds ids) {
        UserIds kind = name.oracle() ? UserIds.DECLARED_ID : ids;
        return UserIdCheck.of(name.dataSource(), kind)
                .map(sound -> new FileLines(name, sound, new RowsPerUser(hashSeed)));
    }

    private static Either<BridgeError, DataFileOrder> owned(DataFileOrder order) {
        long owner = order.owner();
        if (order.dataSource() <= 0) {
            return wrong("dataSource", order.dataSource() + " is no data source of a data file; give its id (DPID)");
        }
        return GlobalDataSource.contains(owner) || owner <= 0
                ? wrong("target", owner + " owns no traits; give the data source of your own that owns them")
                : Either.right(order);
    }

    /** SEMANTICS S17. */
    private Either<BridgeError, DataFileOrder> spared(DataFileOrder order, Call call) {
        if (!overwrites(order)) {
            return Either.right(order);
        }
        return traits.onboarded(order.owner(), call)
                .flatMap(
                        count -> count <= 1
                                ? Either.right(order)
                                : wrong(
                                        "mode",
                                        "data source " + order.owner() + " owns " + count
                                                + " onboarded traits, and a file that overwrites would take from its users all of them that it does not list; write a .sync file (SEMANTICS S17)"));
    }

    private Either<BridgeError, Instant> stamp(DataFileOrder order, InboundFiles inbound, Call call) {
        return Option.ofOptional(order.stamp())
                .map(Either::<BridgeError, Instant>right)
                .getOrElse(() -> inbound.freeStamp(order.dataSource(), clock.instant(), call));
    }

    private static InboundFileName name(DataFileOrder order, Instant stamp) {
        return InboundFileName.builder()
                .dataSource(order.dataSource())
                .target(order.target())
                .stamp(stamp.getEpochSecond())
                .mode(order.mode())
                .build();
    }

    private static boolean overwrites(DataFileOrder order) {
        return order.mode() == InboundFileName.Mode.OVERWRITE;
    }

    private static <T> Either<BridgeError, T> wrong(String subject, String message) {
        return Either.left(BridgeError.InvalidRequest.of(subject, message));
    }
}
