// SPDX-License-Identifier: Apache-2.0
/** Whether matching takes the same time a row however many rows there are. */
@NullMarked
package io.audiencebridge.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
