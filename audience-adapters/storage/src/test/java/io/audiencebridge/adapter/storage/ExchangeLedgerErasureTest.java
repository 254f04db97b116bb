// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.contractkit.ErasableContract;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.service.ExchangeLedger;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.system.ConnectionName;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class ExchangeLedgerErasureTest extends ErasableContract {
    private static final LedgerKey PAGE = new LedgerKey(new AudienceRef(new ConnectionName("cloud"), "7"), 14016);

    @TempDir
    private Path folder;

    private int runs;

    @Override
    protected ExchangeLedger open() {
        return ExchangeLedgerTest.in(folder);
    }

    @Override
    protected ExchangeLedger reopen() {
        return open();
    }

    @Override
    protected void keepOneMore() {
        open().keep(
                        PAGE,
                        new RunId("run-" + ++runs),
                        new IdSetBuilder().add(1, runs).build())
                .get();
    }
}
