// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.duck.adapter.storage;

import org.duckdb.DuckDBConnection;

public interface KnowsTheDuck {
    DuckDBConnection connection();
}
