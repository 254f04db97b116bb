// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A file on its way.
 *
 * @param run whose it is
 * @param target where it goes
 * @param name its name there
 * @param content its bytes, in a file of the sandbox's own
 * @param due when it arrives; empty when it is held
 */
record Shipment(Run run, Target target, String name, Path content, Optional<Instant> due) {
    Shipment as(String other) {
        return new Shipment(run, target, other, content, due);
    }
}
