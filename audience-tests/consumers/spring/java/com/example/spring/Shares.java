// SPDX-License-Identifier: Apache-2.0
package com.example.spring;

import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunQuery;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.sdk.AudienceBridge;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Starts shares and shows what became of them. */
@RestController
class Shares {
    private static final long VISITORS = 13701;
    private static final ConnectionName CAMPAIGN = new ConnectionName("campaign");

    private final AudienceBridge bridge;

    Shares(AudienceBridge bridge) {
        this.bridge = bridge;
    }

    /** Starts to share everybody; answers the run's id. */
    @PostMapping("/shares/{title}")
    String share(@PathVariable String title) {
        return bridge.start(ShareRequest.builder()
                        .list(bridge.browse(AudienceQuery.builder()
                                        .connection(CAMPAIGN)
                                        .search("All recipients")
                                        .build())
                                .audiences()
                                .head()
                                .ref())
                        .to(new ConnectionName("audience-manager"))
                        .audience(title)
                        .dataSource(DataSource.visitor(VISITORS))
                        .build())
                .id()
                .value();
    }

    /** The state of a run, and its counts once it has any. */
    @GetMapping("/runs/{id}")
    String run(@PathVariable String id) {
        return bridge.runs(RunQuery.builder().build())
                .runs()
                .map(listed -> listed.receipt())
                .find(receipt -> receipt.run().equals(new RunId(id)))
                .map(Shares::told)
                .getOrElse("unknown");
    }

    private static String told(Receipt receipt) {
        return receipt.state()
                + receipt.exported()
                        .map(tally -> " read " + tally.read() + " = shared " + tally.shared() + " + not shared "
                                + tally.complement().total())
                        .orElse("");
    }
}
