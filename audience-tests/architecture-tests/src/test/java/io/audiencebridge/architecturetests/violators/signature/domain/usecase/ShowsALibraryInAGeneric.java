// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.signature.domain.usecase;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Supplier;

/** A deliberate violator. */
public interface ShowsALibraryInAGeneric {
    Supplier<ArchRule> rule();
}
