// SPDX-License-Identifier: Apache-2.0
/** Large ledgers, read without being held. */
@NullMarked
package io.audiencebridge.adapter.engineduckdb.client;

import org.jspecify.annotations.NullMarked;
