// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.signature.domain.usecase;

import com.tngtech.archunit.lang.ArchRule;

/** A deliberate violator. */
public interface ShowsALibrary {
    void run(ArchRule rule);
}
