// SPDX-License-Identifier: Apache-2.0
/** Writing Audience Manager's inbound files. */
@NullMarked
package io.audiencebridge.benchmarks.inboundwrite;

import org.jspecify.annotations.NullMarked;
