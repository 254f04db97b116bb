// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.DataFiles;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncFiles;
import io.audiencebridge.adapter.audiencemanager.files.IdSyncClient;
import io.audiencebridge.adapter.audiencemanager.files.InboundClient;
import io.audiencebridge.adapter.audiencemanager.files.InboundFiles;
import io.audiencebridge.adapter.audiencemanager.files.InboundIdSyncs;
import io.audiencebridge.adapter.audiencemanager.files.OutboundFiles;
import io.audiencebridge.adapter.audiencemanager.files.Packing;
import io.audiencebridge.adapter.audiencemanager.files.PartLimits;
import io.audiencebridge.adapter.audiencemanager.files.UnsentFiles;
import io.audiencebridge.adapter.audiencemanager.rest.DataSourceCalls;
import io.audiencebridge.adapter.audiencemanager.rest.DestinationCalls;
import io.audiencebridge.adapter.audiencemanager.rest.Histories;
import io.audiencebridge.adapter.audiencemanager.rest.RestAudienceManager;
import io.audiencebridge.adapter.audiencemanager.rest.RestClient;
import io.audiencebridge.adapter.audiencemanager.rest.SegmentCalls;
import io.audiencebridge.adapter.audiencemanager.rest.SegmentFolders;
import io.audiencebridge.adapter.audiencemanager.rest.TraitCalls;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.connector.IdSyncs;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** One company's things in Audience Manager, and its files. Holds nothing that must be given back; safe for use by several threads. */
final class Company {
    /** What the time of an answer is short of when it is read. */
    static final Duration COARSE = Duration.ofSeconds(2);

    private final AudienceManagerSettings settings;
    private final RestClient rest;
    private final ConnectorContext context;

    Company(AudienceManagerSettings settings, RestClient rest, ConnectorContext context) {
        this.settings = settings;
        this.rest = rest;
        this.context = context;
    }

    AudienceManagerSettings settings() {
        return settings;
    }

    MergeRuleCheck mergeRules() {
        return MergeRuleCheck.of(settings);
    }

    InstantSource clock() {
        return context.clock();
    }

    /**
     * The time by which Audience Manager tells how old a thing is: its own, as its last answer said, where ours is ahead of it by more than an answer's way and a header that
     * tells seconds can explain; else ours. A clock of this machine that is wrong may make a run wait longer, never shorter.
     */
    Instant systemTime(Instant here) {
        return rest.systemTime()
                .filter(there -> there.plus(COARSE).isBefore(here))
                .orElse(here);
    }

    /** Whether Audience Manager says what time it is. */
    boolean tellsTime() {
        return rest.systemTime().isPresent();
    }

    DataSourceCalls dataSources() {
        return new DataSourceCalls(rest);
    }

    TraitCalls traits() {
        return new TraitCalls(rest, settings.pageSize());
    }

    SegmentCalls segments() {
        return new SegmentCalls(rest, settings.pageSize());
    }

    SegmentFolders segmentFolders() {
        return new SegmentFolders(rest);
    }

    DestinationCalls destinations() {
        return new DestinationCalls(rest, clock());
    }

    Histories histories() {
        return new Histories(rest);
    }

    /** The whole API, for whoever calls it directly. */
    RestAudienceManager client() {
        return new RestAudienceManager(rest, clock(), settings.pageSize());
    }

    /** Left: {@code InvalidRequest} when the bridge has no such exchange or the folder is not known; asked for at a share only, since an import needs neither. */
    Either<BridgeError, InboundFiles> inbound() {
        return inbound(UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** The same files, none of which is ever sent: what would be stands in {@code record}. */
    Either<BridgeError, InboundFiles> unsent(UnsentFiles.Unsent record) {
        return inbound(exchange -> new UnsentFiles(exchange, record), record::counting);
    }

    private Either<BridgeError, InboundFiles> inbound(UnaryOperator<FileExchange> through, UnaryOperator<Packing> as) {
        Either<BridgeError, String> partner = Option.ofOptional(settings.partner())
                .toEither(
                        () -> BridgeError.InvalidRequest.of(
                                "audienceManager.partner",
                                "a share writes inbound files; give the folder that Adobe named with the bucket's credentials"));
        Either<BridgeError, FileExchange> exchange = context.files(settings.inbound());
        return partner.flatMap(folder -> exchange.flatMap(files -> packing()
                .map(packing -> new InboundFiles(
                        through.apply(files),
                        folder,
                        as.apply(packing),
                        new PartLimits(Long.MAX_VALUE, settings.inboundPartBytes()),
                        context.executor()))));
    }

    /** The exchange from which Audience Manager fetches. */
    Either<BridgeError, FileExchange> inboundExchange() {
        return context.files(settings.inbound());
    }

    Either<BridgeError, OutboundFiles> outbound(OptionalLong destination) {
        return context.files(settings.outbound())
                .flatMap(files -> context.codec()
                        .map(codec -> new OutboundFiles(files, codec, clock(), Delivery.of(settings, destination))));
    }

    DataFiles dataFiles() {
        return new InboundClient(
                this::inbound,
                (dataSource, call) -> traits().ofDataSource(dataSource, call).map(Seq::size),
                clock(),
                context.hashSeed());
    }

    IdSyncFiles idSyncFiles() {
        return new IdSyncClient(this::inbound, this::gzip, clock(), context.hashSeed());
    }

    IdSyncs idSyncs() {
        return new InboundIdSyncs(this::inbound, this::gzip);
    }

    private Either<BridgeError, Packing> packing() {
        return Option.ofOptional(settings.inboundCipher())
                .map(name -> context.cipher(name).flatMap(Packing::encrypted))
                .getOrElse(this::gzip);
    }

    private Either<BridgeError, Packing> gzip() {
        return context.codec().flatMap(Packing::compressed);
    }
}
