// SPDX-License-Identifier: Apache-2.0
/** Reports as one self-contained page: no script, no network, light and dark, printable. */
@NullMarked
package io.audiencebridge.adapter.reports.page;

import org.jspecify.annotations.NullMarked;
