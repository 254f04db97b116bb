// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;

/** What has arrived of a destination's deliveries when it was looked at, and whether it is all there. */
final class Arrival {
    private static final int LARGEST_CONTROL_FILE = 16 << 20;

    private final FileExchange exchange;
    private final OutboundSettings settings;
    private final OutboundNames names;
    private final Seq<StoredFile> all;
    private final Call call;

    private Arrival(
            FileExchange exchange, OutboundSettings settings, OutboundNames names, Seq<StoredFile> all, Call call) {
        this.exchange = exchange;
        this.settings = settings;
        this.names = names;
        this.all = all;
        this.call = call;
    }

    /** Looks. */
    static Either<BridgeError, Arrival> look(FileExchange exchange, OutboundSettings settings, Call call) {
        return OutboundNames.of(settings)
                .flatMap(names -> exchange.list(settings.prefix(), call)
                        .map(all -> new Arrival(exchange, settings, names, all, call)));
    }

    /** The deliveries of the data source's destination: those with its ids, or all when the names do not tell. */
    Seq<OutboundSet> of(DataSource dataSource) {
        Seq<OutboundSet> sets = OutboundSet.of(all.flatMap(names::read).filter(name -> isOf(name, dataSource)));
        Seq<OutboundSet> ours = sets.filter(set -> set.isOf(dataSource.id()));
        return ours.isEmpty() ? sets : ours;
    }

    /** How many files there are, of whatever destination. */
    int files() {
        return all.size();
    }

    /** Names that do not follow the template. */
    Seq<String> unread() {
        return all.filter(file -> names.read(file).isEmpty()).map(StoredFile::name);
    }

    /** The files of {@code set}; inside on the left what is missing, for people. */
    Either<BridgeError, Either<String, Seq<DeliveredFile>>> complete(OutboundSet set) {
        Completeness completeness = new Completeness(settings);
        return control(set)
                .map(control -> control.map(listed -> completeness.by(listed, set, all))
                        .getOrElse(() -> completeness.byNumbers(set)));
    }

    /** A template without the destination's number needs a prefix of its own. */
    private static boolean isOf(OutboundName name, DataSource dataSource) {
        return name.destination().isEmpty() || name.destination().equals(dataSource.destinationId());
    }

    /** The transfer-control file's content; none when there is none, or it turns out to be another delivery's, whose name it then has. */
    private Either<BridgeError, Option<ControlFile>> control(OutboundSet set) {
        if (set.control().isEmpty()) {
            return Either.right(Option.none());
        }
        OutboundName control = set.control().get();
        String root = set.root().substring(set.root().lastIndexOf('/') + 1);
        return content(control.file())
                .flatMap(bytes -> ControlFile.parse(control.file().name(), bytes))
                .flatMap(listed -> {
                    boolean ours =
                            !set.hasData() // nothing to mistake yet: it says what is on its way, perhaps under the
                                    // other word
                                    || listed.entries()
                                            .forAll(entry ->
                                                    names.root(entry.name()).contains(root));
                    return ours || !control.root().equals(set.root())
                            ? Either.right(Option.of(listed).filter(read -> ours))
                            : Either.left(Damage.of(
                                    control.file().name(),
                                    "lists files of another delivery; have it delivered again and resume the run"));
                });
    }

    private Either<BridgeError, byte[]> content(StoredFile file) {
        if (file.size() > LARGEST_CONTROL_FILE) {
            return Either.left(Damage.of(
                    file.name(), "is too large for a transfer-control file (" + file.size() + " bytes); remove it"));
        }
        return exchange.read(file.name(), call).flatMap(opened -> {
            try (ByteSource source = new WholeBytes(opened, DeliveredFile.of(file))) {
                return content(source);
            }
        });
    }

    private static Either<BridgeError, byte[]> content(ByteSource source) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        while (true) {
            Either<BridgeError, Integer> read = source.read(chunk, 0, chunk.length);
            if (read.isLeft()) {
                return Either.left(read.getLeft());
            }
            if (read.get() == ByteSource.END) {
                return Either.right(content.toByteArray());
            }
            content.write(chunk, 0, read.get());
        }
    }
}
