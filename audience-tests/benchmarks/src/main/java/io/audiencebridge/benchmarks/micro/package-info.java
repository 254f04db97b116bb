// SPDX-License-Identifier: Apache-2.0
/** What a row costs in each step, by JMH with its profiler of garbage. */
@NullMarked
package io.audiencebridge.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
