// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.generated.domain.sharing;

/** A deliberate violator. */
public final class ImmutableReceipt {}
