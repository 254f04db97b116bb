// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.print.sdk;

public final class Prints {
    void hello() {
        System.out.println();
    }
}
