// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.server;

import java.net.URI;

/** A system whose protocol is not HTTP: its exchanges are not recorded, and it has faults of its own in place of the fault plan. */
public interface ForeignPort extends AutoCloseable {
    /** The name under which its address appears. */
    String system();

    /**
     * Opens its port; called once.
     *
     * @param number the port, or 0 for a free one
     */
    void open(int number);

    /** Its address, once it is open. */
    URI uri();

    /** Goes back to how it was started. */
    void reset();

    @Override
    void close();
}
