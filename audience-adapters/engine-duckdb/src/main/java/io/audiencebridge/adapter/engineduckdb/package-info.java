// SPDX-License-Identifier: Apache-2.0
/** Members matched with recipients out of core, by DuckDB in this process. */
@NullMarked
package io.audiencebridge.adapter.engineduckdb;

import org.jspecify.annotations.NullMarked;
