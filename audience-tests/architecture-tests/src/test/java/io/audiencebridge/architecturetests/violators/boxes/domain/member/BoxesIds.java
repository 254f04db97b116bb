// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.boxes.domain.member;

/** A deliberate violator. */
public record BoxesIds(Long id) {}
