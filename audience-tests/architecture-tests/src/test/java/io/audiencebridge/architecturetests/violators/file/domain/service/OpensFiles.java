// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.file.domain.service;

import java.nio.file.Files;
import java.nio.file.Path;

/** A deliberate violator. */
public final class OpensFiles {
    boolean exists(Path file) {
        return Files.exists(file);
    }
}
