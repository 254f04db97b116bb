// SPDX-License-Identifier: Apache-2.0
/** The journal, leases and lists of runs in a database: a file of H2's own, or PostgreSQL for several machines. */
@NullMarked
package io.audiencebridge.adapter.journaljdbc;

import org.jspecify.annotations.NullMarked;
