// SPDX-License-Identifier: Apache-2.0
/** Reports on what became of everybody: JSON for programs, text for people. */
@NullMarked
package io.audiencebridge.adapter.reports;

import org.jspecify.annotations.NullMarked;
