// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.emulator.domain.identity;

public final class Shared {}
