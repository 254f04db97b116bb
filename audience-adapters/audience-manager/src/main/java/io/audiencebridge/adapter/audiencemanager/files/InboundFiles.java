// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.adapter.audiencemanager.client.GlobalDataSource;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncFileName;
import io.audiencebridge.adapter.audiencemanager.client.InboundFileName;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;

/**
 * The files that Audience Manager fetches: trait data files, of which a share writes {@code .sync} only (SEMANTICS S17) with one row a key, and id-sync files.
 *
 * <p>Blocks; safe for use by several threads, each with its own sink. Source: Audience Manager, "Batch data transfer process".
 */
public final class InboundFiles {
    private static final long FIRST_STAMP = 1_000_000_000L;
    private static final long LAST_STAMP = 9_999_999_999L;

    private final FileExchange exchange;
    private final InboundFolder folder;
    private final Packing packing;
    private final PartLimits limits;
    private final Executor executor;

    /**
     * Files in {@code exchange} below the folder {@code partner}.
     *
     * @param exchange where Audience Manager fetches files
     * @param partner the folder that Adobe gave the customer, without slashes at its ends
     * @param packing how files are packed
     * @param limits when a change is cut into several files
     * @param executor where files are uploaded beside the caller's thread, which does it itself when the executor does not; at most 8 MiB wait
     */
    public InboundFiles(FileExchange exchange, String partner, Packing packing, PartLimits limits, Executor executor) {
        this.exchange = exchange;
        this.folder = new InboundFolder(partner);
        this.packing = packing;
        this.limits = limits;
        this.executor = executor;
    }

    /**
     * The first second at or after {@code wanted} whose stamp no file of {@code dataSource} carries yet (SEMANTICS S20). Two machines may be told the
     * same second; the later one's upload then answers {@code Conflict}.
     */
    public Either<BridgeError, Instant> freeStamp(long dataSource, Instant wanted, Call call) {
        return new FreeStamp(exchange, folder).ofData(dataSource, wanted, call);
    }

    /**
     * Opens the files that add or remove {@code order}'s members to or from a trait. The same order and members give the same names and bytes again.
     *
     * <p>A change that is packed into 4 MiB at most is one file without a number; a larger one is parts numbered from 1. Nothing is visible before the
     * sink is finished, and a change without rows makes no file, since Audience Manager refuses an empty one. Keys are in wire form; those of a
     * visitor data source are Experience Cloud ids (SEMANTICS S9). Additions and removals need stamps of their own.
     *
     * @param order which data source, change and stamp; its audience is not looked at
     * @param trait the number (sid) of the onboarded trait
     */
    public Either<BridgeError, KeySink<WriteSummary>> open(WriteOrder order, long trait, Call call) {
        DataSource source = order.dataSource();
        return call.check()
                .flatMap(open -> check(order, trait))
                .flatMap(sound -> upload(change(order), call))
                .map(upload -> new InboundSink(
                        upload, KeyTranslator.checkingWire(source.key()), signal(order.change(), trait), call));
    }

    /** The files of a data file's parts; {@code name} says all but part and packing. */
    Either<BridgeError, InboundUpload> upload(InboundFileName name, Call call) {
        return carried(name.stamp())
                .map(stamp -> upload(
                        stamp,
                        packing,
                        name.text(),
                        call,
                        number -> InboundFileName.builder()
                                .from(name)
                                .part(part(number))
                                .packing(packing.ending())
                                .build()
                                .text()));
    }

    /** The files of an id-sync file's parts; {@code name} says all but the part. */
    Either<BridgeError, InboundUpload> upload(IdSyncFileName name, Packing gzip, Call call) {
        return carried(name.stamp())
                .map(stamp -> upload(
                        stamp,
                        gzip,
                        name.text(),
                        call,
                        number -> IdSyncFileName.builder()
                                .from(name)
                                .part(part(number))
                                .build()
                                .text()));
    }

    /** As {@link #freeStamp}, for id-sync files. */
    Either<BridgeError, Instant> freeSyncStamp(IdSyncFileName name, Instant wanted, Call call) {
        return new FreeStamp(exchange, folder).ofIdSync(name, wanted, call);
    }

    private InboundUpload upload(Instant stamp, Packing packed, String title, Call call, IntFunction<String> names) {
        String day = folder.of(stamp);
        ByteQueue queue = new ByteQueue(executor, ByteQueue.USUAL_BYTES);
        InboundParts parts = new InboundParts(
                number -> exchange.create(day + names.apply(number), call).map(queue::through), limits, packed, title);
        return new InboundUpload(exchange, parts, call);
    }

    private static OptionalInt part(int number) {
        return number == InboundPart.WHOLE ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static InboundFileName change(WriteOrder order) {
        return InboundFileName.builder()
                .dataSource(order.dataSource().id())
                .stamp(order.stamp().getEpochSecond())
                .build();
    }

    private static byte[] signal(WriteOrder.Change change, long trait) {
        String item = (change == WriteOrder.Change.ADD ? "d_sid=" : "d_unsid=") + trait;
        return ("\t" + item + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static Either<BridgeError, Instant> carried(long stamp) {
        Instant time = Instant.ofEpochSecond(stamp);
        return stamp >= FIRST_STAMP && stamp <= LAST_STAMP
                ? Either.right(time)
                : wrong("stamp", time + " does not fit the ten digits of a file name; set the clock right");
    }

    private static Either<BridgeError, WriteOrder> check(WriteOrder order, long trait) {
        long source = order.dataSource().id();
        if (GlobalDataSource.contains(source)) {
            return wrong(
                    "dataSource.id",
                    source
                            + " is a global data source and owns no traits; share by a data source of your own that holds visitor ids or declared ids");
        }
        return trait > 0
                ? Either.right(order)
                : wrong("trait", trait + " is no trait's number; create the onboarded trait first");
    }

    private static <T> Either<BridgeError, T> wrong(String subject, String message) {
        return Either.left(BridgeError.InvalidRequest.of(subject, message));
    }
}
