// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.reconcile;

import java.io.IOException;

/** One way to match the members of a crowd with its recipients, from the files to the recipients who enter. */
interface Engine {
    Counts match(Crowd crowd) throws IOException;
}
