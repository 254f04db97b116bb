// SPDX-License-Identifier: Apache-2.0
/** What can go wrong, as values: one sealed family, with advice on what to do next. */
@NullMarked
package io.audiencebridge.domain.error;

import org.jspecify.annotations.NullMarked;
