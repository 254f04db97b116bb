// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.spi.connector.Connector;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every connector does, whatever it can. The test of a connector extends this class and opens one for each test. */
@ContractOf(Connector.class)
@Tag("required")
public abstract class ConnectorContract {
    private static final int THREADS = 4;

    private Connector connector;

    /** For subclasses. */
    protected ConnectorContract() {}

    /** A connector; no system needs to be there. */
    protected abstract Connector open() throws Exception;

    /** Every ability that it is meant to have, and no other: interfaces of the package {@code spi.connector}, and its clients if it has some. */
    protected abstract Set<Class<?>> abilities();

    @BeforeEach
    void openConnector() throws Exception {
        connector = Lens.on(open());
    }

    @AfterEach
    void closeConnector() {
        connector.close();
    }

    @Rule("R1.1")
    @Test
    void it_says_which_system_it_is_connected_to() {
        assertThat(connector.system().name()).isNotBlank();
        assertThat(connector.system()).isEqualTo(connector.system());
    }

    @Rule("R1.2")
    @Test
    void an_ability_that_nobody_ever_heard_of_is_not_offered() {
        assertThat(connector.ability(Unheard.class).isEmpty()).isTrue();
    }

    @Rule("R1.3")
    @Test
    void it_offers_what_it_is_meant_to_and_nothing_else() {
        Set<Class<?>> offered = new HashSet<>();
        Ports.ofConnectors().forEach(port -> connector.ability(port).forEach(ability -> offered.add(port)));

        assertThat(offered).isSubsetOf(abilities());
        assertThat(abilities())
                .allSatisfy(ability ->
                        assertThat(connector.ability(ability).isDefined()).isTrue());
    }

    @Rule("R1.4")
    @Test
    void what_it_offers_is_of_the_type_asked_for() {
        for (Class<?> ability : abilities()) {
            Object offered = connector.ability(ability).get();
            assertThat(ability.isInstance(offered)).as(ability.getSimpleName()).isTrue();
        }
    }

    @Rule("R1.5")
    @Test
    void several_threads_may_ask_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        Callable<Long> asking = () -> abilities().stream()
                .filter(type -> connector.ability(type).isDefined())
                .count();

        for (Future<Long> found : threads.invokeAll(Collections.nCopies(2 * THREADS, asking))) {
            assertThat(found.get()).isEqualTo(abilities().size());
        }
        threads.shutdownNow();
    }

    @Rule("R1.6")
    @Test
    void it_may_be_closed_again() {
        connector.close();
        connector.close();

        assertThat(connector.system().name()).isNotBlank();
    }

    /** No connector has it. */
    private interface Unheard {}
}
