// SPDX-License-Identifier: Apache-2.0
/** The data plane: batches of primitive arrays, their sources and sinks. No Vavr collection and no object per member. */
@NullMarked
package io.audiencebridge.domain.member;

import org.jspecify.annotations.NullMarked;
