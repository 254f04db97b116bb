// SPDX-License-Identifier: Apache-2.0
/** The rules of the architecture that an author's own adapter can be held to, by ArchUnit. */
@NullMarked
package io.audiencebridge.contractkit.architecture;

import org.jspecify.annotations.NullMarked;
