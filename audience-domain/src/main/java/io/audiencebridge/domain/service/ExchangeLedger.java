// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.engine.ByteSink;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.Erasable;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.KeptThing;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * A ledger in a file exchange of the user's own, such as a bucket, where other machines and a cluster have it, too. The files and their names are those of a home folder: {@code
 * connection/audience/data source/run.fingerprints}, the audience's id in hexadecimal digits, sorted 16-byte fingerprints, big-endian, nothing between them. What a run kept is read
 * whole. Safe for use by several threads.
 */
public final class ExchangeLedger implements Ledger, Erasable {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final String ENDING = ".fingerprints";
    private static final int BYTES = 2 * Long.BYTES;
    private static final int PIECE = 1 << 16;

    /** Words between the slashes of a file's name. */
    private static final int WORDS = 4;

    private final FileExchange files;
    private final Supplier<Call> calls;

    /**
     * A ledger.
     *
     * @param files where it is; whoever opened it closes it
     * @param calls begins a call for each question; its end is an answer's latest
     */
    public ExchangeLedger(FileExchange files, Supplier<Call> calls) {
        this.files = files;
        this.calls = calls;
    }

    @Override
    public Either<BridgeError, RunId> keep(LedgerKey audience, RunId run, IdSet fingerprints) {
        String name = name(audience, run);
        Call call = calls.get();
        Either<BridgeError, StoredFile> written = write(name, fingerprints, call);
        if (written.isRight() || !(written.getLeft() instanceof BridgeError.Conflict)) {
            return written.map(file -> run);
        }
        return hasKept(audience, run, fingerprints)
                ? Either.right(run)
                : files.delete(name, call)
                        .flatMap(gone -> write(name, fingerprints, call))
                        .map(file -> run);
    }

    /** A run that is resumed keeps the same again: then its file stays, and at no time is there none. */
    private boolean hasKept(LedgerKey audience, RunId run, IdSet fingerprints) {
        return kept(audience, run)
                .map(there -> there.size() == fingerprints.size()
                        && there.minus(fingerprints).size() == 0)
                .getOrElse(false);
    }

    @Override
    public Either<BridgeError, Seq<RunId>> runs(LedgerKey audience) {
        return files.list(folder(audience), calls.get())
                .map(found -> found.flatMap(file -> Page.of(file.name()))
                        .filter(page -> page.key().equals(audience))
                        .map(Page::run));
    }

    @Override
    public Either<BridgeError, IdSet> kept(LedgerKey audience, RunId run) {
        Call call = calls.get();
        Either<BridgeError, ByteSource> opened = files.read(name(audience, run), call);
        if (opened.isLeft()) {
            return opened.getLeft() instanceof BridgeError.NotFound
                    ? Either.right(IdSet.EMPTY)
                    : Either.left(opened.getLeft());
        }
        try (ByteSource bytes = opened.get()) {
            return read(bytes, name(audience, run), call);
        }
    }

    @Override
    public Either<BridgeError, Seq<KeptThing>> kept() {
        return files.list("", calls.get())
                .map(found -> found.flatMap(file -> Page.of(file.name()).map(page -> thing(file, page))));
    }

    @Override
    public Either<BridgeError, Boolean> erase(KeptThing thing) {
        return files.list(thing.name(), calls.get())
                .map(found -> found.exists(file -> file.name().equals(thing.name())
                        && Page.of(thing.name()).isDefined()))
                .flatMap(there ->
                        there ? files.delete(thing.name(), calls.get()).map(gone -> true) : Either.right(false));
    }

    private Either<BridgeError, StoredFile> write(String name, IdSet fingerprints, Call call) {
        return files.create(name, call).flatMap(file -> {
            Either<BridgeError, Integer> written = write(fingerprints, file);
            if (written.isLeft()) {
                file.abort();
                return Either.left(written.getLeft());
            }
            return file.finish();
        });
    }

    private static Either<BridgeError, Integer> write(IdSet fingerprints, ByteSink file) {
        byte[] piece = new byte[PIECE];
        int at = 0;
        Either<BridgeError, Integer> written = Either.right(0);
        for (int i = 0; i < fingerprints.size() && written.isRight(); i++) {
            LONGS.set(piece, at, fingerprints.high(i));
            LONGS.set(piece, at + Long.BYTES, fingerprints.low(i));
            at += BYTES;
            if (at == PIECE || i == fingerprints.size() - 1) {
                written = file.write(piece, 0, at);
                at = 0;
            }
        }
        return written;
    }

    private static Either<BridgeError, IdSet> read(ByteSource bytes, String name, Call call) {
        IdSetBuilder found = new IdSetBuilder();
        byte[] piece = new byte[PIECE];
        long size = 0;
        int held = 0;
        while (true) {
            int from = held;
            Either<BridgeError, Integer> read = call.check().flatMap(open -> bytes.read(piece, from, PIECE - from));
            if (read.isLeft()) {
                return Either.left(read.getLeft());
            }
            if (read.get() == ByteSource.END) {
                return held == 0 ? Either.right(found.build()) : Either.left(cut(name, size));
            }
            size += read.get();
            held += read.get();
            int whole = held - held % BYTES;
            for (int at = 0; at < whole; at += BYTES) {
                found.add((long) LONGS.get(piece, at), (long) LONGS.get(piece, at + Long.BYTES));
            }
            System.arraycopy(piece, whole, piece, 0, held - whole);
            held -= whole;
        }
    }

    private static BridgeError cut(String name, long size) {
        return BridgeError.LocalFailure.of("The ledger's file " + name + " is cut short at " + size
                + " bytes; restore it from a backup, or members of that run will be shared again");
    }

    private static KeptThing thing(StoredFile file, Page page) {
        return KeptThing.builder()
                .kind(KeptThing.Kind.SHARED_KEYS)
                .name(file.name())
                .page(page.key())
                .run(page.run())
                .touched(file.modified())
                .bytes(file.size())
                .build();
    }

    private static String name(LedgerKey audience, RunId run) {
        return folder(audience) + run.value() + ENDING;
    }

    /** The audience's id is the system's own text: in hexadecimal it leads nowhere else, whatever is in it. */
    private static String folder(LedgerKey audience) {
        return audience.audience().connection().value() + "/"
                + HexFormat.of().formatHex(audience.audience().id().getBytes(StandardCharsets.UTF_8)) + "/"
                + audience.dataSourceId() + "/";
    }

    /** Whose a file is. */
    private record Page(LedgerKey key, RunId run) {
        /** By its name; none if it is not one of a ledger. */
        static Option<Page> of(String name) {
            String[] words = name.split("/", -1);
            return Option.when(words.length == WORDS && name.endsWith(ENDING), words)
                    .flatMap(parts -> Try.of(() -> new Page(
                                    new LedgerKey(
                                            new AudienceRef(
                                                    new ConnectionName(parts[0]),
                                                    new String(
                                                            HexFormat.of().parseHex(parts[1]), StandardCharsets.UTF_8)),
                                            Long.parseLong(parts[2])),
                                    new RunId(parts[3].substring(0, parts[3].length() - ENDING.length()))))
                            .toOption());
        }
    }
}
