// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.campaignread;

import io.audiencebridge.adapter.campaign.CampaignSettings;
import io.audiencebridge.adapter.campaign.client.CallOptions;
import io.audiencebridge.adapter.campaign.client.CampaignQueries;
import io.audiencebridge.adapter.campaign.client.Query;
import io.audiencebridge.adapter.campaign.client.Row;
import io.audiencebridge.adapter.campaign.client.Rows;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.sdk.AudienceBridge;
import io.vavr.control.Either;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Our side: recipients as {@code CampaignQueries} streams them. Arguments: address, operator, password, rows a page. */
public final class StreamReader {
    private static final XPath ID = XPath.of("@id");
    private static final XPath EMAIL = XPath.of("@email");
    private static final Query RECIPIENTS = Query.on("nms:recipient")
            .select(ID, EMAIL)
            .select(
                    XPath.of("@declaredId"),
                    XPath.of("@blackList"),
                    XPath.of("@blackListEmail"),
                    XPath.of("@folder-id"))
            .build();

    private StreamReader() {}

    /** Serves. */
    public static void main(String[] arguments) throws IOException {
        CampaignSettings settings = CampaignSettings.builder()
                .uri(URI.create(arguments[0]))
                .operator(arguments[1])
                .password(Secret.of(arguments[2]))
                .pageSize(Integer.parseInt(arguments[3]))
                .build();
        Path home = Files.createTempDirectory("audience-benchmarks");
        try (AudienceBridge bridge =
                AudienceBridge.builder().home(home).connect(settings).build()) {
            CampaignQueries queries = bridge.client(CampaignQueries.class);
            Desk.serve(tally -> read(queries, tally));
        }
    }

    private static void read(CampaignQueries queries, Tally tally) {
        try (Rows rows = orThrow(queries.select(RECIPIENTS, CallOptions.standard()))) {
            while (orThrow(rows.next())) {
                Row row = rows.row();
                tally.add(orThrow(row.number(ID)), row.text(EMAIL));
            }
        }
    }

    private static <T> T orThrow(Either<BridgeError, T> outcome) {
        return outcome.getOrElseThrow(error -> new IllegalStateException(error.message()));
    }
}
