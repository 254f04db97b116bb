// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.adapter.experienceplatform.files.MemoryFiles;
import io.audiencebridge.contractkit.MembershipEventsContract;
import io.audiencebridge.contractkit.ToldExport;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.spi.connector.Connector;
import java.time.Instant;

final class PlatformMembershipEventsTest extends MembershipEventsContract {
    private final MemoryFiles files = new MemoryFiles();

    @Override
    protected Connector open(Instant firstFull) {
        return Exported.connector(files, Exported.since(firstFull).build());
    }

    @Override
    protected AudienceRef audience(int number) {
        return Exported.audience(number);
    }

    @Override
    protected void deliver(AudienceRef audience, ToldExport export) {
        files.put(Exported.name(audience, export.time()), Exported.content(export.entering(), export.leaving()));
    }
}
