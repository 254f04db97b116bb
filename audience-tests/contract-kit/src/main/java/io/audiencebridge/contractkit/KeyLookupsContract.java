// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.contractkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.KeyLookups;
import io.audiencebridge.domain.spi.connector.KeyReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every connector does that looks recipients up by their keys. The test of a connector extends this class and opens one for each test. The rules:
 *
 * <ol>
 *   <li>Whoever has one of the keys comes with it, also several recipients of one key.
 *   <li>Who opted out comes, marked.
 *   <li>Nobody comes with keys that reading all keys does not give, and no one of the keys is missing.
 *   <li>A key may hold any character, and means itself.
 *   <li>More keys than go into one call are asked for in several.
 *   <li>No key asks for nobody.
 *   <li>A key whose stored form is not its wire form is an {@code InvalidRequest}.
 * </ol>
 */
@ContractOf(value = KeyLookups.class, semantics = "S18")
@Tag("key-lookups")
public abstract class KeyLookupsContract {
    /** The field of a recipient that holds the declared id. */
    protected static final String FIELD = "declaredId";

    private static final String ONE = "1".repeat(38);
    private static final String TWO = "2".repeat(38);
    private static final String OLD = "4d3f4c12-000b6";
    private static final DataSource VISITOR = DataSource.visitor(8);
    private static final DataSource DECLARED = declared(Declared.builder().field(FIELD));
    private static final String STRANGE = "o'brien\\$(x)\"<&é%";
    private static final List<ListedPerson> PEOPLE = List.of(
            new ListedPerson(1, "A-1", false),
            new ListedPerson(2, "", false),
            new ListedPerson(3, "A-3", true),
            new ListedPerson(40, "A-1", false),
            new ListedPerson(41, STRANGE, false),
            new ListedPerson(42, "A-42", false));

    private Connector connector;

    /** For subclasses. */
    protected KeyLookupsContract() {}

    /** A connector to a system that holds these recipients; few keys go into one call, if that can be set. */
    protected abstract Connector open(List<ListedPerson> people) throws Exception;

    /** From now on the recipient has one visitor id more. */
    protected abstract void click(long recipient, String visitorId) throws Exception;

    @BeforeEach
    void openConnector() throws Exception {
        connector = Lens.on(open(PEOPLE));
        click(1, ONE);
        click(1, TWO);
        click(3, TWO);
        click(42, OLD);
    }

    @AfterEach
    void closeConnector() {
        connector.close();
    }

    @Rule("R6.1")
    @Test
    void rule_1_whoever_has_one_of_the_keys_comes_with_it() {
        assertThat(found(DECLARED, "A-1", "A-42", "A-99")).contains("1 A-1", "40 A-1", "42 A-42");
        assertThat(found(VISITOR, ONE)).contains("1 " + ONE);
    }

    @Rule("R6.2")
    @Test
    void rule_2_who_opted_out_comes_marked() {
        assertThat(found(DECLARED, "A-3")).containsOnly("3 A-3 opted out");
        assertThat(found(VISITOR, TWO)).contains("3 " + TWO + " opted out", "1 " + TWO);
    }

    @Rule("R6.3")
    @Test
    void rule_3_nothing_comes_that_reading_all_does_not_give_and_nothing_is_missing() {
        for (DataSource source : List.of(DECLARED, VISITOR)) {
            List<String> all = Rows.told(
                    ability(KeyReader.class).allKeys(source, Calls.ample()).get());
            List<String> keys = source == DECLARED ? List.of("A-1", "A-3") : List.of(ONE, TWO);

            List<String> found = found(source, keys.toArray(String[]::new));

            assertThat(all).containsAll(found);
            assertThat(found)
                    .containsAll(all.stream()
                            .filter(row -> keys.stream().anyMatch(row::contains))
                            .toList());
        }
    }

    @Rule("R6.4")
    @Test
    void rule_4_a_key_may_hold_any_character_and_means_itself() {
        assertThat(found(DECLARED, STRANGE)).containsOnly("41 " + STRANGE);
        assertThat(found(DECLARED, "A%", "x' OR 1=1 OR '1'='", "\\")).isEmpty();
    }

    @Rule("R6.5")
    @Test
    void rule_5_more_keys_than_go_into_one_call_are_asked_for_in_several() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 3 * ability(KeyLookups.class).keysPerCall(); i++) {
            many.add("B-" + i);
        }
        many.add("A-42");
        many.add(1, "A-1");

        assertThat(found(DECLARED, many.toArray(String[]::new))).containsOnly("1 A-1", "40 A-1", "42 A-42");
    }

    @Rule("R6.6")
    @Test
    void rule_6_no_key_asks_for_nobody() {
        assertThat(found(DECLARED)).isEmpty();
        assertThat(found(VISITOR, "0".repeat(38))).isEmpty();
    }

    @Rule("R6.7")
    @Test
    void rule_7_a_key_that_is_stored_otherwise_is_refused() {
        DataSource hashed = declared(
                Declared.builder().field(FIELD).content(KeyContent.EMAIL).wire(KeyForm.SHA256));

        var refused = ability(KeyLookups.class).recipientsWith(keys("a".repeat(64)), hashed, Calls.ample());

        assertThat(refused.getLeft()).isInstanceOf(BridgeError.InvalidRequest.class);
    }

    private static DataSource declared(Declared.Builder key) {
        return DataSource.builder().id(7).key(key.build()).build();
    }

    private <A> A ability(Class<A> type) {
        return connector.ability(type).get();
    }

    private List<String> found(DataSource source, String... keys) {
        return Rows.told(ability(KeyLookups.class)
                .recipientsWith(keys(keys), source, Calls.ample())
                .get());
    }

    private static TextKeys keys(String... keys) {
        TextKeysBuilder rows = new TextKeysBuilder();
        for (String key : keys) {
            byte[] text = key.getBytes(StandardCharsets.UTF_8);
            rows.recipient(0, 0).key(text, 0, text.length, (byte) 0);
        }
        return rows.build();
    }
}
