// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.Population;
import io.audiencebridge.domain.spi.connector.Populations;
import io.audiencebridge.domain.system.ConnectionName;
import io.vavr.control.Either;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every connector does that counts who is in an audience. The test of a connector extends this class and opens one for each test. The rules:
 *
 * <ol>
 *   <li>Members that the system has counted are in both figures that it tells.
 *   <li>An audience without members has none, if it is told at all.
 *   <li>An audience that is not there is not found.
 *   <li>A call that is over counts nobody.
 * </ol>
 */
@ContractOf(Populations.class)
@Tag("populations")
public abstract class PopulationsContract {
    private Connector connector;

    /** For subclasses. */
    protected PopulationsContract() {}

    /** A connector to a system without audiences. */
    protected abstract Connector open() throws Exception;

    /** The name of the connection that was opened last. */
    protected abstract ConnectionName connection();

    /** By which ids. */
    protected abstract DataSource dataSource();

    /** A new audience of so many members, all of whom the system has counted by now. */
    protected abstract AudienceRef audienceOf(int members) throws Exception;

    @BeforeEach
    void openConnector() throws Exception {
        connector = Lens.on(open());
    }

    @AfterEach
    void closeConnector() {
        connector.close();
    }

    @Rule("R16.1")
    @Test
    void rule_1_members_that_are_counted_are_in_both_figures() throws Exception {
        Population counted = count(audienceOf(3)).get();

        assertThat(counted.members()).hasValue(3);
        assertThat(counted.received()).hasValue(3);
    }

    @Rule("R16.2")
    @Test
    void rule_2_an_audience_without_members_has_none() throws Exception {
        Population counted = count(audienceOf(0)).get();

        assertThat(counted.members().orElse(0)).isZero();
        assertThat(counted.received().orElse(0)).isZero();
    }

    @Rule("R16.3")
    @Test
    void rule_3_an_audience_that_is_not_there_is_not_found() {
        assertThat(count(new AudienceRef(connection(), "999999")).getLeft()).isInstanceOf(BridgeError.NotFound.class);
    }

    @Rule("R16.4")
    @Test
    void rule_4_a_call_that_is_over_counts_nobody() {
        assertThat(populations()
                        .of(new AudienceRef(connection(), "1"), dataSource(), Calls.cancelled())
                        .getLeft())
                .isInstanceOf(BridgeError.Cancelled.class);
    }

    private Either<BridgeError, Population> count(AudienceRef audience) {
        return populations().of(audience, dataSource(), Calls.ample());
    }

    private Populations populations() {
        return connector.ability(Populations.class).get();
    }
}
