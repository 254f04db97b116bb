// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.SampleBudget;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.SideBySide;
import io.audiencebridge.domain.sharing.Waiting;
import io.audiencebridge.domain.spi.connector.MemberDelivery;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.connector.MemberSample;
import io.audiencebridge.domain.spi.engine.Codec;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;

/**
 * The files that Audience Manager delivers to a destination. Blocks; safe for use by several threads, each with its own feed.
 *
 * <p>Source: Audience Manager, "Outbound data file name: syntax and examples" and "Transfer-control files".
 */
public final class OutboundFiles {
    /** Audience Manager delivers once a day, some time after 14:00 UTC. */
    private static final Duration NEXT_DELIVERY = Duration.ofHours(1);

    private static final Duration NEXT_PART = Duration.ofMinutes(15);

    private final FileExchange exchange;
    private final Codec codec;
    private final InstantSource clock;
    private final OutboundSettings settings;

    /**
     * Files in {@code exchange}.
     *
     * @param exchange where Audience Manager delivers files
     * @param codec expands what is compressed
     * @param clock the business clock, for the time of the next look
     * @param settings what the destination's own set-up decides
     */
    public OutboundFiles(FileExchange exchange, Codec codec, InstantSource clock, OutboundSettings settings) {
        this.exchange = exchange;
        this.codec = codec;
        this.clock = clock;
        this.settings = settings;
    }

    /** Whether {@code settings} can be read. Left: {@code InvalidRequest} naming what is wrong with the template of names or of rows. */
    public static Either<BridgeError, OutboundSettings> check(OutboundSettings settings) {
        return OutboundNames.of(settings)
                .flatMap(names -> settings.rows().isEmpty()
                        ? Either.right(settings)
                        : RowTemplate.of(settings.rows()).map(rows -> settings));
    }

    /**
     * The members that the newest full delivery of a destination names as current; not yet when there is none or it is incomplete (SEMANTICS S5, S7).
     *
     * <p>Left: {@code InvalidRequest} when there are only increments (SEMANTICS S6), or when rows of the destination's template hold other ids than the data
     * source's (SEMANTICS S9). A file that is cut short or damaged shows while it is read: the feed then answers {@code ProtocolBreach}.
     *
     * @param dataSource its destination and key; {@code destinationId} is present
     */
    public Either<BridgeError, MemberFeed> members(DataSource dataSource, MappedSegment segment, Call call) {
        return call.check()
                .flatMap(open -> delivered(dataSource))
                .flatMap(sound -> reading(dataSource, segment).members())
                .flatMap(sound -> Arrival.look(exchange, settings, call)
                        .flatMap(arrival -> new OutboundChoice(dataSource, settings.firstIncrementIsFull())
                                .among(arrival.of(dataSource))
                                .flatMap(chosen -> chosen.isEmpty()
                                        ? Either.right(new MemberFeed.NotYet(none(dataSource)))
                                        : feed(chosen.get(), arrival, reading(dataSource, segment), call))));
    }

    /** A sample of the rows that {@link #members} gives; left as there. */
    public Either<BridgeError, MemberSample> sample(
            DataSource dataSource, MappedSegment segment, SampleBudget budget, Call call) {
        return call.check()
                .flatMap(open -> delivered(dataSource))
                .flatMap(sound -> reading(dataSource, segment).members())
                .flatMap(sound -> Arrival.look(exchange, settings, call)
                        .flatMap(arrival -> new OutboundChoice(dataSource, settings.firstIncrementIsFull())
                                .among(arrival.of(dataSource))
                                .flatMap(chosen -> chosen.isEmpty()
                                        ? Either.right(new MemberSample.NotYet(none(dataSource)))
                                        : sample(chosen.get(), arrival, reading(dataSource, segment), budget, call))));
    }

    private Either<BridgeError, MemberSample> sample(
            OutboundSet set, Arrival arrival, RowReading reading, SampleBudget budget, Call call) {
        return arrival.complete(set)
                .map(whole -> whole.fold(
                        missing -> new MemberSample.NotYet(incomplete(missing)),
                        files -> new MemberSample.Ready(new OutboundSample(
                                set.root(), files, new CountedExchange(exchange), codec, reading, budget, call))));
    }

    /**
     * What a destination delivered after {@code since}, as {@code MemberChanges} asks for it (SEMANTICS S6, S7). A membership of another destination counts as
     * none. Left: as {@link #members}, and {@code Conflict} when a change has nothing to be applied to.
     *
     * @param dataSource its destination and key; {@code destinationId} is present
     * @param since the text that an earlier answer gave
     */
    public Either<BridgeError, MemberDelivery> after(
            DataSource dataSource, MappedSegment segment, Option<String> since, Call call) {
        return call.check()
                .flatMap(open -> delivered(dataSource))
                .flatMap(sound -> reading(dataSource, segment).members())
                .flatMap(sound -> Arrival.look(exchange, settings, call))
                .flatMap(arrival -> {
                    Option<DeliveryPosition> done = since.flatMap(DeliveryPosition::parse)
                            .filter(position -> position.destination()
                                    == dataSource.destinationId().getAsLong());
                    return new NextDelivery(arrival, settings, dataSource, clock.instant())
                            .after(done)
                            .flatMap(found -> delivery(found, done, dataSource, segment, call));
                });
    }

    /** What is there of a destination's deliveries, by names and sizes; of contents, transfer-control files alone are read. Left: the exchange cannot be read. */
    public Either<BridgeError, DeliverySurvey> survey(DataSource dataSource, Call call) {
        return call.check()
                .flatMap(open -> Arrival.look(exchange, settings, call))
                .flatMap(arrival -> new Survey(arrival, settings, dataSource).taken());
    }

    /** The days, oldest first, on which a delivery to the data source's destination was due and none is there; of those whose deliveries are still kept. */
    public Either<BridgeError, Seq<LocalDate>> missingDays(DataSource dataSource, Call call) {
        return call.check()
                .flatMap(open -> delivered(dataSource))
                .flatMap(sound -> Arrival.look(exchange, settings, call))
                .map(arrival -> DeliveredDays.missing(arrival.of(dataSource), settings.every(), clock.instant()));
    }

    private Either<BridgeError, MemberDelivery> delivery(
            NextDelivery.Found found,
            Option<DeliveryPosition> since,
            DataSource dataSource,
            MappedSegment segment,
            Call call) {
        if (found instanceof NextDelivery.Found.Files files) {
            return files.full()
                    ? full(files, reading(dataSource, segment), call)
                    : change(files, reading(dataSource, segment), call);
        }
        if (found instanceof NextDelivery.Found.Missing missing) {
            return Either.right(new MemberDelivery.NotYet(incomplete(missing.what())));
        }
        return Either.right(
                since.isDefined() ? new MemberDelivery.UpToDate() : new MemberDelivery.NotYet(none(dataSource)));
    }

    private Either<BridgeError, MemberDelivery> full(NextDelivery.Found.Files found, RowReading reading, Call call) {
        return reading.members()
                .map(sound -> new MemberDelivery.Full(
                        found.position(), members(found.delivery(), found.files(), reading, call)));
    }

    private Either<BridgeError, MemberDelivery> change(NextDelivery.Found.Files found, RowReading reading, Call call) {
        return reading.changes()
                .map(reader -> new MemberDelivery.Change(
                        found.position(), changes(found.delivery(), found.files(), reader, call), found.notices()));
    }

    private RowReading reading(DataSource dataSource, MappedSegment segment) {
        return new RowReading(settings, dataSource, segment);
    }

    private Either<BridgeError, MemberFeed> feed(OutboundSet set, Arrival arrival, RowReading reading, Call call) {
        return arrival.complete(set)
                .map(whole -> whole.fold(
                        missing -> new MemberFeed.NotYet(incomplete(missing)),
                        files -> new MemberFeed.Ready(members(set.root(), files, reading, call))));
    }

    /** Who is in does not depend on the order of files, so they are read side by side, each by a reader of its own. */
    private KeySource members(String delivery, Seq<DeliveredFile> files, RowReading reading, Call call) {
        DeliveredLines lines = new DeliveredLines(delivery);
        return new WholeDelivery(
                new SideBySide(files.map(file -> new OutboundRows(
                        lines, Vector.of(file), bytes(call), reading.members().get(), call))),
                lines);
    }

    private KeySource changes(String delivery, Seq<DeliveredFile> files, RowReader reader, Call call) {
        DeliveredLines lines = new DeliveredLines(delivery);
        return new WholeDelivery(new OutboundRows(lines, files, bytes(call), reader, call), lines);
    }

    private OutboundBytes bytes(Call call) {
        return new OutboundBytes(exchange, codec, call);
    }

    private Waiting none(DataSource dataSource) {
        return waiting(
                NEXT_DELIVERY,
                "Audience Manager has delivered no file to destination "
                        + dataSource.destinationId().orElse(0)
                        + " yet; a mapped segment's first full file comes with the next daily delivery, and names must follow audienceManager.outboundNames, "
                        + settings.names());
    }

    private Waiting incomplete(String missing) {
        return waiting(NEXT_PART, "The newest delivery is not complete: " + missing);
    }

    private Waiting waiting(Duration pause, String because) {
        return new Waiting(clock.instant().plus(pause), because);
    }

    private static Either<BridgeError, DataSource> delivered(DataSource dataSource) {
        return dataSource.destinationId().isPresent()
                ? Either.right(dataSource)
                : Either.left(BridgeError.InvalidRequest.of(
                        "dataSource.destinationId",
                        "an import reads what a destination receives; give the destination's id"));
    }
}
