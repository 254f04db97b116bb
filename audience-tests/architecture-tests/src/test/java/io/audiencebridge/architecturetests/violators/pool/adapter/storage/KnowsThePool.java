// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.pool.adapter.storage;

import com.zaxxer.hikari.HikariDataSource;

public interface KnowsThePool {
    HikariDataSource pool();
}
