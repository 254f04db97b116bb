// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.ExtractOrder;
import io.audiencebridge.domain.spi.connector.KeyExtracts;
import io.audiencebridge.domain.spi.connector.KeyFeed;
import io.audiencebridge.domain.spi.connector.KeyReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every connector does that has its system extract recipients' keys. The test of a connector extends this class and opens one for each test. */
@ContractOf({KeyExtracts.class})
@Tag("key-extracts")
public abstract class KeyExtractsContract {
    /** The field of a recipient that holds the declared id. */
    protected static final String FIELD = "declaredId";

    private static final DataSource SOURCE = DataSource.builder()
            .id(7)
            .key(Declared.builder().field(FIELD).build())
            .build();
    private static final ExtractOrder EVERYBODY = new ExtractOrder(new RunId("run-1"), Optional.empty(), SOURCE);

    private Connector connector;

    /** For subclasses. */
    protected KeyExtractsContract() {}

    /** A connector to a system with these recipients that extracts whatever it is asked for, however few they are. */
    protected abstract Connector open(List<ListedPerson> people) throws Exception;

    /** A list of these recipients, in the system of the connector that was opened last. */
    protected abstract AudienceRef list(long... recipients) throws Exception;

    /** Lets the system do what it was asked for. */
    protected abstract void settle() throws Exception;

    @BeforeEach
    void openConnector() throws Exception {
        connector = Lens.on(open(List.of(
                new ListedPerson(1, "A-1", false), new ListedPerson(2, "", false), new ListedPerson(3, "A-3", true))));
    }

    @AfterEach
    void closeConnector() {
        connector.close();
    }

    @Rule("R8.1")
    @Test
    void an_extract_is_awaited_and_says_why() {
        assertThat(extract(EVERYBODY))
                .isInstanceOfSatisfying(
                        KeyFeed.NotYet.class,
                        notYet -> assertThat(notYet.waiting().because()).isNotBlank());
    }

    @Rule("R8.2")
    @Test
    void extracted_keys_are_those_that_reading_gives() throws Exception {
        extract(EVERYBODY);
        settle();

        assertThat(Rows.told(ready(EVERYBODY)))
                .containsExactlyInAnyOrderElementsOf(Rows.told(connector
                        .ability(KeyReader.class)
                        .get()
                        .allKeys(SOURCE, Calls.ample())
                        .get()))
                .hasSize(3);
    }

    @Rule("R8.3")
    @Test
    void the_keys_of_a_list_are_those_of_its_recipients() throws Exception {
        ExtractOrder some = new ExtractOrder(new RunId("run-2"), Optional.of(list(1, 2)), SOURCE);
        extract(some);
        settle();

        assertThat(Rows.told(ready(some))).containsExactlyInAnyOrder("1 A-1", "2");
    }

    @Rule("R8.4")
    @Test
    void the_same_order_again_finds_what_was_extracted() throws Exception {
        extract(EVERYBODY);
        settle();
        List<String> first = Rows.told(ready(EVERYBODY));

        assertThat(Rows.told(ready(EVERYBODY))).containsExactlyInAnyOrderElementsOf(first);
    }

    @Rule("R8.5")
    @Test
    void what_was_discarded_is_gone_and_may_be_discarded_again() throws Exception {
        extract(EVERYBODY);
        settle();
        ready(EVERYBODY).close();

        assertThat(extracts().discard(EVERYBODY, Calls.ample()).get()).isTrue();
        assertThat(extracts().discard(EVERYBODY, Calls.ample()).get()).isFalse();
        assertThat(extract(EVERYBODY)).isInstanceOf(KeyFeed.NotYet.class);
    }

    @Rule("R8.6")
    @Test
    void a_list_that_is_gone_is_not_found() throws Exception {
        AudienceRef nobodys = new AudienceRef(list(1).connection(), "999999");
        ExtractOrder order = new ExtractOrder(new RunId("run-3"), Optional.of(nobodys), SOURCE);

        assertThat(extracts().extract(order, Calls.ample()).getLeft()).isInstanceOf(BridgeError.NotFound.class);
    }

    @Rule("R8.7")
    @Test
    void a_call_that_is_over_orders_nothing() {
        assertThat(extracts().extract(EVERYBODY, Calls.cancelled()).getLeft())
                .isInstanceOf(BridgeError.Cancelled.class);
    }

    private KeyFeed extract(ExtractOrder order) {
        return extracts().extract(order, Calls.ample()).get().get();
    }

    private KeySource ready(ExtractOrder order) {
        KeyFeed feed = extract(order);
        assertThat(feed).isInstanceOf(KeyFeed.Ready.class);
        return ((KeyFeed.Ready) feed).keys();
    }

    private KeyExtracts extracts() {
        return connector.ability(KeyExtracts.class).get();
    }
}
