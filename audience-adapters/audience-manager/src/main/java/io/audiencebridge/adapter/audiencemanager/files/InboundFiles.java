// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.member.KeySink;
import io.audiencebridge.domain.spi.connector.WriteOrder;
import io.audiencebridge.domain.spi.connector.WriteSummary;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Executor;

/**
 * The trait data files that put members into audiences: gzip, {@code .sync} only (SEMANTICS S17), one row a key.
 *
 * <p>Blocks; safe for use by several threads, each with its own sink. Source: Audience Manager, "Batch data transfer process".
 */
public final class InboundFiles {
    private final FileExchange exchange;
    private final InboundFolder folder;
    private final Executor executor;
    private final PartLimits limits;

    /**
     * Files in {@code exchange} below the folder {@code partner}, compressed on the caller's thread.
     *
     * @param exchange where Audience Manager fetches files
     * @param partner the folder that Adobe gave the customer, without slashes at its ends
     */
    public InboundFiles(FileExchange exchange, String partner) {
        this(exchange, partner, Runnable::run, PartLimits.USUAL);
    }

    /**
     * Files in {@code exchange} below the folder {@code partner}.
     *
     * @param executor where compression runs beside the caller's thread; it may be busy or refuse work, then the caller's thread compresses
     * @param limits when a change is cut into several files
     */
    public InboundFiles(FileExchange exchange, String partner, Executor executor, PartLimits limits) {
        this.exchange = exchange;
        this.folder = new InboundFolder(partner);
        this.executor = executor;
        this.limits = limits;
    }

    /**
     * The first second at or after {@code wanted} whose stamp no file of {@code dataSource} carries yet (SEMANTICS S20). Two machines may be told the
     * same second; the later one's upload then answers {@code Conflict}.
     */
    public Either<BridgeError, Instant> freeStamp(DataSource dataSource, Instant wanted, Call call) {
        Instant stamp = Instant.ofEpochSecond(wanted.getEpochSecond() + (wanted.getNano() > 0 ? 1 : 0));
        while (true) {
            Instant candidate = stamp;
            String day = folder.of(candidate);
            Either<BridgeError, Seq<StoredFile>> files =
                    call.check().flatMap(open -> exchange.list(day + "ftp_dpm_", call));
            if (files.isLeft()) {
                return Either.left(files.getLeft());
            }
            Instant free = after(files.get(), dataSource.id(), candidate);
            if (folder.of(free).equals(day)) {
                return Either.right(free);
            }
            stamp = free;
        }
    }

    /**
     * Opens the files that add or remove {@code order}'s members to or from a trait. The same order and members give the same names and bytes again.
     *
     * <p>A change that compresses to 4 MiB at most is one file without a number; a larger one is parts numbered from 1. Nothing is visible before the
     * sink is finished, and a change without rows makes no file, since Audience Manager refuses an empty one. Keys are in wire form; those of a
     * visitor data source are Experience Cloud ids (SEMANTICS S9). Additions and removals need stamps of their own.
     *
     * @param order which data source, change and stamp; its audience is not looked at
     * @param trait the number (sid) of the onboarded trait
     */
    public Either<BridgeError, KeySink<WriteSummary>> open(WriteOrder order, long trait, Call call) {
        return call.check().flatMap(open -> check(order, trait)).map(sound -> {
            DataSource source = order.dataSource();
            InboundParts parts =
                    new InboundParts(number -> exchange.create(name(order, number), call), limits, executor);
            return new InboundSink(
                    exchange, parts, KeyTranslator.checkingWire(source.key()), signal(order.change(), trait), call);
        });
    }

    private String name(WriteOrder order, int number) {
        return folder.of(order.stamp())
                + InboundName.change(order.dataSource().id(), order.stamp(), number)
                        .text();
    }

    private static byte[] signal(WriteOrder.Change change, long trait) {
        String item = (change == WriteOrder.Change.ADD ? "d_sid=" : "d_unsid=") + trait;
        return ("\t" + item + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static Either<BridgeError, WriteOrder> check(WriteOrder order, long trait) {
        long source = order.dataSource().id();
        if (GlobalDataSources.contain(source)) {
            return wrong(
                    "dataSource.id",
                    source
                            + " is a global data source and owns no traits; share by a data source of your own that holds visitor ids or declared ids");
        }
        if (!InboundName.canCarry(order.stamp())) {
            return wrong("stamp", order.stamp() + " does not fit the ten digits of a file name; set the clock right");
        }
        if (trait <= 0) {
            return wrong("trait", trait + " is no trait's number; create the onboarded trait first");
        }
        return Either.right(order);
    }

    private static Either<BridgeError, WriteOrder> wrong(String subject, String message) {
        return Either.left(BridgeError.InvalidRequest.of(subject, message));
    }

    /** The first second from {@code wanted} on that none of {@code files} carries. */
    private static Instant after(Seq<StoredFile> files, long source, Instant wanted) {
        Set<Long> taken = files.map(file -> file.name().substring(file.name().lastIndexOf('/') + 1))
                .flatMap(InboundName::parse)
                .filter(name -> name.source() == source)
                .map(InboundName::stamp)
                .toSet();
        long second = wanted.getEpochSecond();
        while (taken.contains(second)) {
            second++;
        }
        return Instant.ofEpochSecond(second);
    }
}
