// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.spi.connector.ChangedKeys;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.KeyReader;
import io.audiencebridge.domain.spi.connector.Watermark;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every connector does that can tell whose keys changed. The test of a connector extends this class and opens one for each test. The rules:
 *
 * <ol>
 *   <li>Whose field changed comes, with the present key.
 *   <li>Who is new comes, also without a key.
 *   <li>Whose key is gone comes, as a row without a key.
 *   <li>Who opted out comes, marked.
 *   <li>Who has a new visitor id comes once, with all visitor ids.
 *   <li>A watermark can be used again and gives what changed since, each time.
 *   <li>Nobody comes with keys that reading all keys does not give.
 *   <li>A watermark of another data source or another connector is an {@code InvalidRequest}.
 * </ol>
 */
@ContractOf(value = ChangedKeys.class, semantics = "S10")
@Tag("changed-keys")
public abstract class ChangedKeysContract {
    /** The field of a recipient that holds the declared id. */
    protected static final String FIELD = "declaredId";

    private static final String ONE = "1".repeat(38);
    private static final String TWO = "2".repeat(38);
    private static final DataSource VISITOR = DataSource.visitor(8);
    private static final DataSource DECLARED = declared(FIELD);
    private static final List<ListedPerson> PEOPLE = List.of(
            new ListedPerson(1, "A-1", false),
            new ListedPerson(2, "", false),
            new ListedPerson(3, "A-3", false),
            new ListedPerson(40, "A-40", false));

    private Connector connector;

    /** For subclasses. */
    protected ChangedKeysContract() {}

    /** A connector to a system that holds these recipients. */
    protected abstract Connector open(List<ListedPerson> people) throws Exception;

    /** From now on the recipient is as given: a new one, or one there already, whose other columns stay. */
    protected abstract void change(ListedPerson person) throws Exception;

    /** From now on the recipient has one visitor id more. */
    protected abstract void click(long recipient, String visitorId) throws Exception;

    /** Whether the system knows people by visitor ids; if not, the rules about them are not tried. */
    protected boolean knowsVisitors() {
        return true;
    }

    @BeforeEach
    void openConnector() throws Exception {
        connector = Lens.on(open(PEOPLE));
    }

    @AfterEach
    void closeConnector() {
        connector.close();
    }

    @Rule("R5.1")
    @Test
    void rule_1_whose_field_changed_comes_with_the_present_key() throws Exception {
        Watermark before = watermark(DECLARED);

        change(new ListedPerson(3, "B-3", false));

        assertThat(changed(before, DECLARED)).contains("3 B-3").doesNotContain("3 A-3");
    }

    @Rule("R5.2")
    @Test
    void rule_2_who_is_new_comes_also_without_a_key() throws Exception {
        Watermark before = watermark(DECLARED);

        change(new ListedPerson(5, "A-5", false));
        change(new ListedPerson(6, "", false));

        assertThat(changed(before, DECLARED)).contains("5 A-5", "6");
    }

    @Rule("R5.3")
    @Test
    void rule_2_who_is_new_comes_without_a_visitor_id() throws Exception {
        assumeTrue(knowsVisitors(), "the system knows no visitor ids");
        Watermark before = watermark(VISITOR);

        change(new ListedPerson(6, "A-6", false));

        assertThat(changed(before, VISITOR)).contains("6");
    }

    @Rule("R5.4")
    @Test
    void rule_3_whose_key_is_gone_comes_without_one() throws Exception {
        Watermark before = watermark(DECLARED);

        change(new ListedPerson(40, "", false));

        assertThat(changed(before, DECLARED)).contains("40").doesNotContain("40 A-40");
    }

    @Rule("R5.5")
    @Test
    void rule_4_who_opted_out_comes_marked() throws Exception {
        Watermark before = watermark(DECLARED);

        change(new ListedPerson(1, "A-1", true));

        assertThat(changed(before, DECLARED)).contains("1 A-1 opted out");
    }

    @Rule("R5.10")
    @Test
    void who_opted_out_comes_marked_with_the_visitor_ids_too() throws Exception {
        assumeTrue(knowsVisitors(), "the system knows no visitor ids");
        click(1, ONE);
        Watermark before = watermark(VISITOR);

        change(new ListedPerson(1, "A-1", true));

        assertThat(changed(before, VISITOR)).contains("1 " + ONE + " opted out");
    }

    @Rule("R5.6")
    @Test
    void rule_5_who_has_a_new_visitor_id_comes_once_with_all_of_them() throws Exception {
        assumeTrue(knowsVisitors(), "the system knows no visitor ids");
        click(3, ONE);
        Watermark before = watermark(VISITOR);

        click(3, TWO);

        assertThat(changed(before, VISITOR))
                .filteredOn(row -> row.startsWith("3"))
                .containsExactlyInAnyOrder("3 " + ONE, "3 " + TWO);
    }

    @Rule("R5.7")
    @Test
    void rule_6_a_watermark_can_be_used_again() throws Exception {
        Watermark before = watermark(DECLARED);
        change(new ListedPerson(1, "B-1", false));
        changed(before, DECLARED);

        change(new ListedPerson(3, "B-3", false));

        assertThat(changed(before, DECLARED)).contains("1 B-1", "3 B-3");
    }

    @Rule("R5.8")
    @Test
    void rule_7_nobody_comes_with_other_keys_than_reading_all_keys_gives() throws Exception {
        assumeTrue(knowsVisitors(), "the system knows no visitor ids");
        click(1, ONE);
        Watermark before = watermark(VISITOR);
        click(2, TWO);
        change(new ListedPerson(7, "A-7", false));

        List<String> all = Rows.told(
                ability(KeyReader.class).allKeys(VISITOR, Calls.ample()).get());

        assertThat(all).containsAll(changed(before, VISITOR));
    }

    @Rule("R5.9")
    @Test
    void rule_8_a_watermark_of_others_is_refused() {
        Watermark foreign = new Watermark("of somebody else");
        Watermark email = watermark(declared("email"));

        assertThat(refused(foreign, DECLARED)).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(refused(email, DECLARED)).isInstanceOf(BridgeError.InvalidRequest.class);
        if (knowsVisitors()) {
            assertThat(refused(watermark(DECLARED), VISITOR)).isInstanceOf(BridgeError.InvalidRequest.class);
        }
    }

    private static DataSource declared(String field) {
        return DataSource.builder()
                .id(7)
                .key(Declared.builder().field(field).build())
                .build();
    }

    private <A> A ability(Class<A> type) {
        return connector.ability(type).get();
    }

    private Watermark watermark(DataSource dataSource) {
        return ability(ChangedKeys.class).watermark(dataSource, Calls.ample()).get();
    }

    private List<String> changed(Watermark since, DataSource dataSource) {
        return Rows.told(ability(ChangedKeys.class)
                .changedSince(since, dataSource, Calls.ample())
                .get());
    }

    private BridgeError refused(Watermark since, DataSource dataSource) {
        return ability(ChangedKeys.class)
                .changedSince(since, dataSource, Calls.ample())
                .getLeft();
    }
}
