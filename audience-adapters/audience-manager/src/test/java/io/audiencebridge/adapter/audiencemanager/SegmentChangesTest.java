// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.contractkit.MemberChangesContract;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.Connector;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

final class SegmentChangesTest extends MemberChangesContract {
    @TempDir
    private Path folder;

    private @Nullable Outbound outbound;

    @Override
    protected Connector open() throws Exception {
        outbound = new Outbound(folder);
        return outbound.connector;
    }

    @Override
    protected AudienceRef audience() {
        return Outbound.SEGMENT;
    }

    @Override
    protected DataSource dataSource() {
        return Outbound.VISITORS;
    }

    @Override
    protected void deliverAll(List<String> members) throws Exception {
        outbound.all(members);
    }

    @Override
    protected void deliverChange(List<String> entering, List<String> leaving) throws Exception {
        outbound.change(entering, leaving);
    }

    @Override
    protected void deliverHalf() throws Exception {
        outbound.half();
    }

    @AfterEach
    void closeOutbound() {
        if (outbound != null) {
            outbound.close();
        }
    }
}
