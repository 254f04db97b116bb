// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.spi.connector.CheckOrder;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.MemberChanges;
import io.audiencebridge.domain.spi.connector.MemberFeed;
import io.audiencebridge.domain.spi.engine.Ledger;
import io.audiencebridge.domain.spi.engine.TokenSource;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every port that somebody may implement has a contract. */
final class PortsHaveContractsTest {
    /** What the bridge implements and authors only use. */
    private static final Set<String> NO_PORTS_OF_AUTHORS = Set.of("ConnectorContext", "Pulse");

    @Test
    void a_port_without_a_contract_is_seen() {
        Set<Class<?>> without = new LinkedHashSet<>(Ports.all());
        without.removeAll(Contracts.ports());
        without.removeIf(port -> NO_PORTS_OF_AUTHORS.contains(port.getSimpleName()));

        assertThat(without).as("ports without a contract").isEmpty();
    }

    @Test
    void a_contract_is_of_a_port_that_is_there() {
        assertThat(Ports.all()).containsAll(Contracts.ports());
    }

    @Test
    void the_ports_are_found_at_all() {
        assertThat(Ports.all()).contains(Connector.class, MemberChanges.class, Ledger.class, TokenSource.class);
        assertThat(Ports.all()).hasSizeGreaterThan(45).doesNotContain(CheckOrder.class, MemberFeed.class);
    }
}
