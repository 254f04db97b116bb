// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.engine;

/** A home that several processes may share. A home that is none is for one bridge at a time. */
public interface LeaseHome extends Home {
    /** Who works on what. */
    Leases leases();
}
