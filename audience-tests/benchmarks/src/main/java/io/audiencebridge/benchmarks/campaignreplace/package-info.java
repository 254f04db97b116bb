// SPDX-License-Identifier: Apache-2.0
/** What the replacement of a large list costs, and that it leaves no hole. */
@NullMarked
package io.audiencebridge.benchmarks.campaignreplace;

import org.jspecify.annotations.NullMarked;
