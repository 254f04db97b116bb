// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.incremental;

import io.audiencebridge.adapter.campaign.CampaignConnectorFactory;
import io.audiencebridge.adapter.campaign.CampaignSettings;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.spi.connector.ChangedKeys;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.Watermark;
import io.audiencebridge.domain.system.Secret;
import io.vavr.control.Either;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Recipients as the Campaign adapter reads them: pages over SOAP, and what changed by watermark. */
final class CampaignRecipients implements Recipients {
    private static final DataSource VISITORS = DataSource.visitor(13_701);

    private final Connector connector;
    private final KeyReader reader;
    private final ChangedKeys changes;
    private @Nullable Watermark firstDay;

    private CampaignRecipients(Connector connector) {
        this.connector = connector;
        this.reader = connector.ability(KeyReader.class).get();
        this.changes = connector.ability(ChangedKeys.class).get();
    }

    /** Connects to {@code where}: address, operator, password, rows a page. */
    static CampaignRecipients at(List<String> where, Executor executor) throws IOException {
        CampaignSettings settings = CampaignSettings.builder()
                .uri(URI.create(where.get(0)))
                .operator(where.get(1))
                .password(Secret.of(where.get(2)))
                .pageSize(Integer.parseInt(where.get(3)))
                .build();
        return new CampaignRecipients(
                orThrow(new CampaignConnectorFactory().connect(settings, new NativeSignIn(executor))));
    }

    /** The watermark is taken first, as the bridge does. */
    @Override
    public KeySource first() throws IOException {
        firstDay = watermark();
        return everybody();
    }

    @Override
    public KeySource everybody() throws IOException {
        return orThrow(reader.allKeys(VISITORS, Import.call()));
    }

    /** Asks where the changes stand now, too: the bridge keeps that for the day after. */
    @Override
    public KeySource changed() throws IOException {
        if (firstDay == null) {
            throw new IllegalStateException("Nothing was read on the first day");
        }
        watermark();
        return orThrow(changes.changedSince(firstDay, VISITORS, Import.call()));
    }

    @Override
    public void close() {
        connector.close();
    }

    private Watermark watermark() throws IOException {
        return orThrow(changes.watermark(VISITORS, Import.call()));
    }

    private static <T> T orThrow(Either<BridgeError, T> outcome) throws IOException {
        return outcome.getOrElseThrow(error -> new IOException(error.message()));
    }
}
