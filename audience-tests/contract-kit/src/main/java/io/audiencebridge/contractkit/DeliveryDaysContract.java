// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.DeliveryDays;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link DeliveryDays} does. The test of a connector extends this class and opens one for each test. */
@ContractOf(value = DeliveryDays.class, semantics = "S7")
@Tag("delivery-days")
public abstract class DeliveryDaysContract {
    private Connector connector;

    /** For subclasses. */
    protected DeliveryDaysContract() {}

    /** A connector to a system with the audience {@link #audience()}, of which no delivery is missing. */
    protected abstract Connector open() throws Exception;

    /** The audience. */
    protected abstract AudienceRef audience();

    /** By which ids. */
    protected abstract DataSource dataSource();

    /** Lets two deliveries be missing, of these days, told in any order. */
    protected abstract void miss(LocalDate earlier, LocalDate later) throws Exception;

    /** The day that is missed first; a week ago, by the connector's clock, would do. */
    protected abstract LocalDate day();

    @BeforeEach
    void openConnector() throws Exception {
        connector = Lens.on(open());
    }

    @AfterEach
    void closeConnector() {
        connector.close();
    }

    @Rule("R11.1")
    @Test
    void no_day_is_missing_where_everything_came() {
        assertThat(missing(Calls.ample()).get()).isEmpty();
    }

    @Rule("R11.2")
    @Test
    void the_days_without_a_delivery_come_oldest_first_and_once() throws Exception {
        miss(day(), day().plusDays(2));

        assertThat(missing(Calls.ample()).get()).containsExactly(day(), day().plusDays(2));
    }

    @Rule("R11.3")
    @Test
    void a_call_that_is_over_looks_at_nothing() {
        assertThat(missing(Calls.cancelled()).getLeft()).isInstanceOf(BridgeError.Cancelled.class);
    }

    private Either<BridgeError, Seq<LocalDate>> missing(Call call) {
        return connector.ability(DeliveryDays.class).get().missing(audience(), dataSource(), call);
    }
}
