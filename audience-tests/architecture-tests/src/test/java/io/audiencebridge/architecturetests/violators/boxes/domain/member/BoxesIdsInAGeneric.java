// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.boxes.domain.member;

import java.util.function.Supplier;

/** A deliberate violator. */
public record BoxesIdsInAGeneric(Supplier<Integer> id) {}
