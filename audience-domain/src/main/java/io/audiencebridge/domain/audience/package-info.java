// SPDX-License-Identifier: Apache-2.0
/** Audiences of every system: recipient lists and shared audiences. */
@NullMarked
package io.audiencebridge.domain.audience;

import org.jspecify.annotations.NullMarked;
