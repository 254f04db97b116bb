// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.files.InboundFiles;
import io.audiencebridge.adapter.audiencemanager.files.OutboundFiles;
import io.audiencebridge.adapter.audiencemanager.files.PartLimits;
import io.audiencebridge.adapter.audiencemanager.rest.DataSources;
import io.audiencebridge.adapter.audiencemanager.rest.Destinations;
import io.audiencebridge.adapter.audiencemanager.rest.RestClient;
import io.audiencebridge.adapter.audiencemanager.rest.Segments;
import io.audiencebridge.adapter.audiencemanager.rest.Traits;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.ConnectorContext;
import io.audiencebridge.domain.spi.engine.FileExchange;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.InstantSource;

/** One company's things in Audience Manager, and its files. Holds nothing that must be given back; safe for use by several threads. */
final class Company {
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

    InstantSource clock() {
        return context.clock();
    }

    DataSources dataSources() {
        return new DataSources(rest);
    }

    Traits traits() {
        return new Traits(rest);
    }

    Segments segments() {
        return new Segments(rest, settings.pageSize());
    }

    Destinations destinations() {
        return new Destinations(rest);
    }

    /** Left: {@code InvalidRequest} when the bridge has no such exchange or the folder is not known; asked for at a share only, since an import needs neither. */
    Either<BridgeError, InboundFiles> inbound() {
        Either<BridgeError, String> partner = Option.ofOptional(settings.partner())
                .toEither(
                        () -> BridgeError.InvalidRequest.of(
                                "audienceManager.partner",
                                "a share writes inbound files; give the folder that Adobe named with the bucket's credentials"));
        Either<BridgeError, FileExchange> exchange = context.files(settings.inbound());
        return partner.flatMap(
                folder -> exchange.map(files -> new InboundFiles(files, folder, context.executor(), PartLimits.USUAL)));
    }

    Either<BridgeError, OutboundFiles> outbound() {
        return context.files(settings.outbound())
                .map(files -> new OutboundFiles(files, clock(), Delivery.of(settings)));
    }
}
