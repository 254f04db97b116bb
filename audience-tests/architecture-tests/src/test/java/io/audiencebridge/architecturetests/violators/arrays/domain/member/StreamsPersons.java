// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.arrays.domain.member;

import java.util.stream.LongStream;

/** A deliberate violator. */
public record StreamsPersons(LongStream persons) {}
