// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.contractkit.LeasesContract;
import io.audiencebridge.domain.spi.engine.Leases;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresLeasesTest extends LeasesContract {
    private Stores stores;

    @Override
    protected Leases open() throws SQLException {
        stores = Stores.postgres();
        return stores.open().leases();
    }

    @Override
    protected Leases reopen() {
        return stores.open().leases();
    }

    @AfterEach
    void close() throws SQLException {
        stores.close();
    }
}
