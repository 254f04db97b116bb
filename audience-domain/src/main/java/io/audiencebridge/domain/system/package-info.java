// SPDX-License-Identifier: Apache-2.0
/** Leaves of the domain: which system, which connection to it, and secrets. */
@NullMarked
package io.audiencebridge.domain.system;

import org.jspecify.annotations.NullMarked;
