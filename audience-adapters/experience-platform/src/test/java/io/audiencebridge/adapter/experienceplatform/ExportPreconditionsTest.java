// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform;

import io.audiencebridge.adapter.experienceplatform.files.MemoryFiles;
import io.audiencebridge.contractkit.PreconditionsContract;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.CheckOrder.Direction;
import io.audiencebridge.domain.spi.connector.CheckOrder.Side;
import io.audiencebridge.domain.spi.connector.Connector;
import java.time.Instant;
import java.util.List;

final class ExportPreconditionsTest extends PreconditionsContract {
    private static final Instant FIRST = MemoryFiles.NOW.minusSeconds(7200);
    private static final List<String> PEOPLE = List.of("ann.example@x.org", "bob.example@x.org");

    private final MemoryFiles files = new MemoryFiles();
    private final AudienceRef audience = Exported.audience(1);

    @Override
    protected Connector healthy() {
        files.put(Exported.name(audience, FIRST), Exported.content(PEOPLE, List.of()));
        return Exported.connector(files, Exported.since(FIRST).build());
    }

    @Override
    protected List<CheckOrder> orders() {
        return List.of(CheckOrder.builder()
                .connection(audience.connection())
                .side(Side.SOURCE)
                .direction(Direction.RECEIVE)
                .origin(audience)
                .into("VIPs")
                .route(Route.BRIDGE)
                .build());
    }

    @Override
    protected List<String> ids() {
        return PEOPLE;
    }

    /** Its files are all that there is, and the tests of reading count them. */
    @Override
    protected long writes() {
        return files.list("", ScriptedApi.call()).get().size();
    }
}
