// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/**
 * A file on its way: it is written, and becomes visible when it arrives.
 *
 * @param key where it will be
 * @param content its open object
 * @param due when it arrives; empty when it is held
 * @param file what the history will say of it; an {@code .info} file has none
 */
record Delivery(String key, OutputStream content, Optional<Instant> due, Optional<OutboundFile> file) {
    /** Makes it visible. */
    void arrive() {
        try {
            content.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not write outbound file " + key, e);
        }
    }
}
