// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.spi.connector;

import io.audiencebridge.domain.system.SystemId;
import io.vavr.control.Option;

/**
 * A connection to one system. What it can do, it offers as abilities: the interfaces of this package, such as {@link AudienceCatalog}, {@link KeyReader},
 * {@link MemberWriter}, {@link MemberChanges}, {@link MembershipEvents}, {@link DeliveryStatus}, {@link VisitorLinks} or {@link IdSyncs}. None of them is required, and
 * one that is not offered is never asked for.
 *
 * <p>Safe for use by several threads. A later ability is a new interface, never a method added here.
 */
public interface Connector extends AutoCloseable {
    /** Which system. */
    SystemId system();

    /** The ability of that type, if this connector has it. */
    <A> Option<A> ability(Class<A> type);

    /** Gives back what the connection holds. Never fails. */
    @Override
    void close();
}
