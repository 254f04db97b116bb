// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.DeliveryReport;
import io.audiencebridge.domain.spi.connector.DeliveryStatus;
import io.audiencebridge.domain.spi.connector.WrittenChange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link DeliveryStatus} does. The test of a connector extends this class and opens one for each test. */
@ContractOf(DeliveryStatus.class)
@Tag("delivery-status")
public abstract class DeliveryStatusContract {
    private Connector connector;

    /** For subclasses. */
    protected DeliveryStatusContract() {}

    /** A connector to a system that has not looked at anything yet. */
    protected abstract Connector open() throws Exception;

    /** A change of three rows that was handed over to it. */
    protected abstract WrittenChange change();

    /** From now on it has stored two rows of {@link #change()} and rejected one. */
    protected abstract void storeAllButOne() throws Exception;

    /** From now on it has refused {@link #change()} as a whole. */
    protected abstract void refuse() throws Exception;

    @BeforeEach
    void openConnector() throws Exception {
        connector = Lens.on(open());
    }

    @AfterEach
    void closeConnector() {
        connector.close();
    }

    @Rule("R15.1")
    @Test
    void what_was_not_looked_at_is_pending_and_says_why() {
        assertThat(report())
                .isInstanceOfSatisfying(
                        DeliveryReport.Pending.class,
                        pending -> assertThat(pending.waiting().because()).isNotBlank());
    }

    @Rule("R15.2")
    @Test
    void what_was_stored_is_counted_in_rows_with_the_reasons_of_the_rest() throws Exception {
        storeAllButOne();

        assertThat(report()).isInstanceOfSatisfying(DeliveryReport.Stored.class, stored -> {
            assertThat(stored.tally().sent()).isEqualTo(change().rows());
            assertThat(stored.tally().stored()).isEqualTo(2);
            assertThat(stored.tally().rejectedRows()).isEqualTo(1);
            assertThat(stored.tally().unexplained()).isZero();
        });
    }

    @Rule("R15.3")
    @Test
    void what_was_refused_says_why() throws Exception {
        refuse();

        assertThat(report())
                .isInstanceOfSatisfying(
                        DeliveryReport.Refused.class,
                        refused -> assertThat(refused.because()).isNotBlank());
    }

    @Rule("R15.4")
    @Test
    void asking_again_changes_nothing() throws Exception {
        storeAllButOne();

        assertThat(report()).isEqualTo(report());
    }

    @Rule("R15.5")
    @Test
    void a_call_that_is_over_asks_nothing() {
        assertThat(status().of(change(), Calls.cancelled()).getLeft()).isInstanceOf(BridgeError.Cancelled.class);
    }

    private DeliveryReport report() {
        return status().of(change(), Calls.ample()).get();
    }

    private DeliveryStatus status() {
        return connector.ability(DeliveryStatus.class).get();
    }
}
