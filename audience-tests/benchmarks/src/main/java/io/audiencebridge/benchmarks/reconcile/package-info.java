// SPDX-License-Identifier: Apache-2.0
/** How fast members are matched with recipients: our engine beside a hash map, DuckDB, and the time that inflating alone takes. */
@NullMarked
package io.audiencebridge.benchmarks.reconcile;

import org.jspecify.annotations.NullMarked;
