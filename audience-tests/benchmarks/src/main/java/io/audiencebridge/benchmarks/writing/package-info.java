// SPDX-License-Identifier: Apache-2.0
/** Writing people into Audience Manager's inbound files: the writer alone, and a whole export. */
@NullMarked
package io.audiencebridge.benchmarks.writing;

import org.jspecify.annotations.NullMarked;
