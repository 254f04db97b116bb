// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.purity.domain.system;

import java.text.DecimalFormat;

/** A deliberate violator. */
public final class FormatsNumbers {
    String show(long number) {
        return new DecimalFormat("0").format(number);
    }
}
