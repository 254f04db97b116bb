// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.boxes.domain.member;

import io.vavr.control.Either;
import java.util.List;

/** A deliberate violator. */
public interface AnswersInBoxes {
    Either<String, List<Long>> ids();
}
