// SPDX-License-Identifier: Apache-2.0
/** The daily import out of a kept copy of the recipients' keys. */
@NullMarked
package io.audiencebridge.benchmarks.incremental;

import org.jspecify.annotations.NullMarked;
