// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.PersonKeys;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every connector does that gives the keys of single recipients. The test of a connector extends this class and opens one for each test. The rules:
 *
 * <ol>
 *   <li>A recipient comes with all keys of the data source, and nobody else comes.
 *   <li>Somebody who opted out comes too: that is whose keys are asked for.
 *   <li>A recipient without a key has no key, and one who does not exist has no row.
 *   <li>A call that is over reads nobody.
 * </ol>
 */
@ContractOf(PersonKeys.class)
@Tag("person-keys")
public abstract class PersonKeysContract {
    /** The field of a recipient that holds the declared id. */
    protected static final String FIELD = KeyLookupsContract.FIELD;

    private static final String ONE = "1".repeat(38);
    private static final String TWO = "2".repeat(38);
    private static final DataSource VISITOR = DataSource.visitor(8);
    private static final DataSource DECLARED = DataSource.builder()
            .id(9)
            .key(Declared.builder().field(FIELD).build())
            .build();

    private Connector connector;

    /** For subclasses. */
    protected PersonKeysContract() {}

    /** A connector to a system that holds these recipients. */
    protected abstract Connector open(List<ListedPerson> people) throws Exception;

    /** From now on the recipient has one visitor id more. */
    protected abstract void click(long recipient, String visitorId) throws Exception;

    @BeforeEach
    void openConnector() throws Exception {
        connector = Lens.on(open(List.of(
                new ListedPerson(1, "A-1", false), new ListedPerson(2, "", false), new ListedPerson(3, "A-3", true))));
        click(1, ONE);
        click(1, TWO);
        click(3, TWO);
    }

    @AfterEach
    void closeConnector() {
        connector.close();
    }

    @Rule("R9.1")
    @Test
    void rule_1_a_recipient_comes_with_all_keys_and_nobody_else_comes() {
        assertThat(keys(1, DECLARED)).containsExactly("1 A-1");
        assertThat(keys(1, VISITOR)).containsExactlyInAnyOrder("1 " + ONE, "1 " + TWO);
    }

    @Rule("R9.2")
    @Test
    void rule_2_somebody_who_opted_out_comes_too() {
        assertThat(keys(3, DECLARED)).containsExactly("3 A-3");
        assertThat(keys(3, VISITOR)).containsExactly("3 " + TWO);
    }

    @Rule("R9.3")
    @Test
    void rule_3_nobody_and_somebody_without_a_key_have_no_key() {
        assertThat(keys(2, DECLARED)).isEmpty();
        assertThat(keys(4711, DECLARED)).isEmpty();
    }

    @Rule("R9.4")
    @Test
    void rule_4_a_call_that_is_over_reads_nobody() {
        var refused = connector
                .ability(PersonKeys.class)
                .get()
                .keysOf(RecipientId.of(1), DECLARED, Calls.cancelled())
                .flatMap(KeySource::next);

        assertThat(refused.getLeft()).isInstanceOf(BridgeError.Cancelled.class);
    }

    private List<String> keys(long recipient, DataSource dataSource) {
        PersonKeys people = connector.ability(PersonKeys.class).get();
        List<String> found = new ArrayList<>();
        try (KeySource rows = people.keysOf(RecipientId.of(recipient), dataSource, Calls.ample())
                .get()) {
            Either<BridgeError, Option<TextKeys>> next = rows.next();
            while (next.get().isDefined()) {
                add(next.get().get(), found);
                next = rows.next();
            }
        }
        return found;
    }

    private static void add(TextKeys batch, List<String> found) {
        for (int row = 0; row < batch.size(); row++) {
            if (!batch.has(row, TextKeys.KEYLESS)) {
                found.add(batch.recipientLow(row) + " "
                        + new String(
                                batch.text(),
                                batch.start(row),
                                batch.end(row) - batch.start(row),
                                StandardCharsets.UTF_8));
            }
        }
    }
}
