// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.springbootstarter;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.sharing.SharingEvent;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.sdk.AudienceBridge;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

// guide:begin
@Component
class LoyalCustomers {
    private final AudienceBridge bridge;

    LoyalCustomers(AudienceBridge bridge) {
        this.bridge = bridge;
    }

    Receipt share(String list, DataSource dataSource) {
        return bridge.share(ShareRequest.builder()
                .list(new AudienceRef(new ConnectionName("campaign"), list))
                .to(new ConnectionName("audience-manager"))
                .audience("Loyal customers")
                .dataSource(dataSource)
                .build());
    }

    @EventListener
    void late(SharingEvent.Late late) {
        alarms.add("Run " + late.receipt().run() + " should have come by " + late.window());
    }

    final List<String> alarms = new CopyOnWriteArrayList<>();
}
// guide:end
