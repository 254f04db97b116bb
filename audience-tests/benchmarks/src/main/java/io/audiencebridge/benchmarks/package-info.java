// SPDX-License-Identifier: Apache-2.0
/** Benchmarks: one jar, one command for each figure. */
@NullMarked
package io.audiencebridge.benchmarks;

import org.jspecify.annotations.NullMarked;
