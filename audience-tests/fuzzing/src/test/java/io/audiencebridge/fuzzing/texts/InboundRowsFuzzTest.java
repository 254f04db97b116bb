// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.fuzzing.texts;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.audiencebridge.adapter.audiencemanager.AudienceManagerConnectorFactory;
import io.audiencebridge.adapter.audiencemanager.AudienceManagerSettings;
import io.audiencebridge.adapter.audiencemanager.client.DataFiles;
import io.audiencebridge.adapter.audiencemanager.client.InboundFileName;
import io.audiencebridge.adapter.audiencemanager.client.InboundReceipt;
import io.audiencebridge.adapter.audiencemanager.client.UserIds;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.fuzzing.Foreign;
import io.audiencebridge.fuzzing.FuzzBridge;
import io.audiencebridge.fuzzing.Watched;
import java.util.List;

/** Rows of inbound files, checked line by line, and the receipts that come back for them. The first character chooses the kind of ids. */
class InboundRowsFuzzTest {
    private static final InboundFileName NAME =
            InboundFileName.parse("ftp_dpm_5_1795600000.sync").get();
    private static final List<UserIds> KINDS = List.of(UserIds.values());
    private static final Connector CONNECTOR = new AudienceManagerConnectorFactory()
            .connect(AudienceManagerSettings.builder().partner("acme").build(), FuzzBridge.withoutFiles())
            .get();
    private static final DataFiles FILES = CONNECTOR.ability(DataFiles.class).get();

    @FuzzTest
    void any_row_is_read_or_refused(byte[] input) {
        UserIds ids = KINDS.get(new Foreign(input).choice(0, KINDS.size()));
        Foreign foreign = new Foreign(input).after(1).perhapsAmplified();
        Watched.reading(foreign.length(), () -> {
            FILES.check(NAME, ids).forEach(check -> {
                foreign.text().lines().forEach(check::line);
                foreign.latin().lines().forEach(check::line);
                check.finish();
            });
            InboundReceipt.parse(foreign.text()).forEach(InboundReceipt::unexplained);
        });
    }
}
