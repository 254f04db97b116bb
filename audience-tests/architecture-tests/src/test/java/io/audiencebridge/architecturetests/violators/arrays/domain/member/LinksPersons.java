// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.arrays.domain.member;

import io.vavr.collection.Vector;

/** A deliberate violator. */
public record LinksPersons(Vector<String> persons) {}
