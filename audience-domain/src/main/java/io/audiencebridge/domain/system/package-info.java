// SPDX-License-Identifier: Apache-2.0
/** Leaves of the domain: which system, which connection to it, secrets, and the style of values. */
@NullMarked
package io.audiencebridge.domain.system;

import org.jspecify.annotations.NullMarked;
