// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.emulator.sandbox;

import io.audiencebridge.architecturetests.violators.emulator.domain.identity.Shared;

public final class BorrowsTheDomain {
    Object shared = new Shared();
}
