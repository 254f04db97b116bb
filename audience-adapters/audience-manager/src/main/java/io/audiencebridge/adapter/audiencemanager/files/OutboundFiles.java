// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.engine.ByteSource;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Either;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The files that Audience Manager delivers to a destination. Blocks; safe for use by several threads, each with its own feed.
 *
 * <p>Source: Audience Manager, "Outbound data file name: syntax and examples" and "Transfer-control files".
 */
public final class OutboundFiles {
    /** Audience Manager delivers once a day, some time after 14:00 UTC. */
    private static final Duration NEXT_DELIVERY = Duration.ofHours(1);

    private static final Duration NEXT_PART = Duration.ofMinutes(15);
    private static final int LARGEST_CONTROL_FILE = 16 << 20;

    private final FileExchange exchange;
    private final InstantSource clock;
    private final OutboundSettings settings;

    /**
     * Files in {@code exchange}, as a destination delivers them whose file names follow the default template.
     *
     * @param exchange where Audience Manager delivers files
     * @param clock the business clock, for the time of the next look
     */
    public OutboundFiles(FileExchange exchange, InstantSource clock) {
        this(exchange, clock, OutboundSettings.standard());
    }

    /**
     * Files in {@code exchange}.
     *
     * @param settings what the destination's own set-up decides
     */
    public OutboundFiles(FileExchange exchange, InstantSource clock, OutboundSettings settings) {
        this.exchange = exchange;
        this.clock = clock;
        this.settings = settings;
    }

    /** Whether {@code settings} can be read. Left: {@code InvalidRequest} naming what is wrong with the template. */
    public static Either<BridgeError, OutboundSettings> check(OutboundSettings settings) {
        return OutboundNames.of(settings).map(names -> settings);
    }

    /**
     * The members that the newest full delivery of a destination names as current; not yet when there is none or it is incomplete (SEMANTICS S5, S7).
     *
     * <p>Left: {@code InvalidRequest} when there are only increments (SEMANTICS S6). A file that is cut short or damaged shows while it is read: the feed
     * then answers {@code ProtocolBreach}.
     *
     * @param dataSource its destination and key; {@code destinationId} is present
     * @param tokens each of them names the audience in a row: the segment's number and its mapping's alias
     */
    public Either<BridgeError, MemberFeed> members(DataSource dataSource, Set<String> tokens, Call call) {
        Set<String> named = tokens.reject(String::isEmpty);
        return call.check()
                .flatMap(open -> sound(dataSource, named))
                .flatMap(sound -> OutboundNames.of(settings))
                .flatMap(names -> exchange.list(settings.prefix(), call).flatMap(all -> {
                    Seq<OutboundName> ours = all.flatMap(names::read).filter(name -> isOf(name, dataSource));
                    return new OutboundChoice(dataSource, settings.firstIncrementIsFull())
                            .among(ours)
                            .flatMap(chosen -> chosen.isEmpty()
                                    ? Either.right(none(dataSource))
                                    : feed(chosen.get(), all, named, call));
                }));
    }

    private Either<BridgeError, MemberFeed> feed(OutboundSet set, Seq<StoredFile> all, Set<String> tokens, Call call) {
        return complete(set, all, call)
                .map(whole -> whole.fold(this::incomplete, files -> {
                    byte[][] named = tokens.map(token -> token.getBytes(StandardCharsets.UTF_8))
                            .toJavaArray(byte[][]::new);
                    RowReader reader = new RowReader(named, settings.headerLines());
                    return new MemberFeed.Ready(
                            new OutboundRows(set.root(), files, new OutboundBytes(exchange, call), reader, call));
                }));
    }

    private Either<BridgeError, Either<String, Seq<DeliveredFile>>> complete(
            OutboundSet set, Seq<StoredFile> all, Call call) {
        Completeness completeness = new Completeness(settings);
        return set.control()
                .map(control -> content(control.file(), call)
                        .flatMap(bytes -> ControlFile.parse(control.file().name(), bytes))
                        .map(entries -> completeness.by(entries, set, all)))
                .getOrElse(() -> Either.right(completeness.byNumbers(set)));
    }

    private Either<BridgeError, byte[]> content(StoredFile file, Call call) {
        if (file.size() > LARGEST_CONTROL_FILE) {
            return Either.left(Damage.of(
                    file.name(), "is too large for a transfer-control file (" + file.size() + " bytes); remove it"));
        }
        return exchange.read(file.name(), call).flatMap(opened -> {
            try (ByteSource source = new WholeBytes(opened, new DeliveredFile(file, ""))) {
                return all(source);
            }
        });
    }

    private static Either<BridgeError, byte[]> all(ByteSource source) {
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

    private MemberFeed none(DataSource dataSource) {
        return waiting(
                NEXT_DELIVERY,
                "Audience Manager has delivered no file to destination "
                        + dataSource.destinationId().orElse(0)
                        + " yet; a mapped segment's first full file comes with the next daily delivery, and names must follow audienceManager.outboundNames, "
                        + settings.names());
    }

    private MemberFeed incomplete(String missing) {
        return waiting(NEXT_PART, "The newest delivery is not complete: " + missing);
    }

    private MemberFeed waiting(Duration pause, String because) {
        return new MemberFeed.NotYet(new Waiting(clock.instant().plus(pause), because));
    }

    /** A template without the destination's number needs a prefix of its own. */
    private static boolean isOf(OutboundName name, DataSource dataSource) {
        return name.destination().isEmpty() || name.destination().equals(dataSource.destinationId());
    }

    private static Either<BridgeError, DataSource> sound(DataSource dataSource, Set<String> tokens) {
        if (dataSource.destinationId().isEmpty()) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "dataSource.destinationId",
                    "an import reads what a destination receives; give the destination's id"));
        }
        if (tokens.isEmpty() || tokens.exists(OutboundFiles::cannotStandInARow)) {
            return Either.left(
                    BridgeError.InvalidRequest.of(
                            "audience",
                            "'" + tokens.toSortedSet().mkString("', '")
                                    + "' cannot be found in a row, where spaces and commas separate; change the alias of the segment's mapping"));
        }
        return Either.right(dataSource);
    }

    private static boolean cannotStandInARow(String token) {
        return token.isEmpty()
                || token.chars().anyMatch(character -> character <= ' ' || character == ',' || character == 0x7f);
    }
}
