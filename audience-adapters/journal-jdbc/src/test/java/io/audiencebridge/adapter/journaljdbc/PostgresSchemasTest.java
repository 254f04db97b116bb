// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import java.sql.SQLException;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresSchemasTest extends SettlingSchemasContract {
    @Override
    Stores stores() throws SQLException {
        return Stores.postgres();
    }
}
