// SPDX-License-Identifier: Apache-2.0
/** The rules of the architecture, shown to hold on the product and to bite on violators. */
@NullMarked
package io.audiencebridge.architecturetests;

import org.jspecify.annotations.NullMarked;
