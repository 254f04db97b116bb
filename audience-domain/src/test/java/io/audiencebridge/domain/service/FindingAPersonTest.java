// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.diagnosis.ExplainRequest.Person;
import io.audiencebridge.domain.diagnosis.Explanation.Fact;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.PersonDigester;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.sharing.RecipientRef;
import io.audiencebridge.domain.spi.connector.KeyLookups;
import io.audiencebridge.domain.spi.connector.PersonKeys;
import io.audiencebridge.domain.spi.engine.Suppressed;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.HashMap;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who a person is by an id: recipients, keys and opt-outs as they are found, told without any id. */
class FindingAPersonTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final BridgeError GONE = BridgeError.LocalFailure.of("gone");
    private static final DataSource PLAIN = DataSource.builder()
            .id(1)
            .key(Declared.builder().field("declaredId").build())
            .build();
    private static final DataSource HASHED = DataSource.builder()
            .id(2)
            .key(Declared.builder().field("declaredId").wire(KeyForm.SHA256).build())
            .build();
    private static final RecipientRef ONE = new RecipientRef(CRM, RecipientId.of(1));

    private final FactChain chain = new FactChain();
    private final List<DataSource> asked = new ArrayList<>();
    private Infrastructure infrastructure = new Stores().infrastructure().build();
    private Either<BridgeError, KeySource> lookedUp = Either.right(Rows.source());
    private Either<BridgeError, KeySource> keys = Either.right(Rows.source());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a|The recipient is there, has 1 valid key",
                "a,b|The recipient is there, has 2 valid keys",
                "no good|The recipient is there, has 0 valid keys and 1 that is not",
                "a,no good,no good|The recipient is there, has 1 valid key and 2 that are not",
                "a!|The recipient is there, has 1 valid key, and opted out",
                "none|The recipient is there, has 0 valid keys"
            })
    void a_recipients_keys_are_told_by_number(String rows, String told) {
        String[] each = rows.split(",");
        for (int i = 0; i < each.length; i++) {
            each[i] = "1:" + (each[i].equals("none") ? "" : each[i]);
        }
        keys = Either.right(Rows.source(Rows.batch(each)));

        PersonFacts person = find(PLAIN, new Person.Recipient(ONE));

        assertThat(chain.all())
                .containsExactly(
                        new Fact("crm", told),
                        new Fact("suppression store", "There is none, so nobody is remembered as opted out"));
        assertThat(person.isLookedUp()).isTrue();
        assertThat(person.optedOut()).isEqualTo(rows.endsWith("!"));
        assertThat(person.is(RecipientId.of(1))).isTrue();
        assertThat(person.is(RecipientId.of(2))).isFalse();
    }

    @Test
    void a_recipient_without_a_row_is_not_there_and_one_who_cannot_be_asked_for_is_not_looked_up() {
        find(PLAIN, new Person.Recipient(ONE));
        assertThat(chain.all()).contains(new Fact("crm", "There is no such recipient, or none with a key"));

        keys = Either.left(GONE);
        assertThat(find(PLAIN, new Person.Recipient(ONE)).isLookedUp()).isFalse();
        assertThat(chain.all()).contains(new Fact("crm", "It could not be asked: gone"));
    }

    @Test
    void an_id_finds_its_recipient_by_the_stored_form_and_the_recipients_other_keys() {
        lookedUp = Either.right(Rows.source(Rows.batch("1:a", "2:b", "3:")));
        keys = Either.right(Rows.source(Rows.batch("1:a", "1:c")));

        PersonFacts person = find(HASHED, new Person.Declared("a"));

        assertThat(person.recipients()).containsExactly(ONE);
        assertThat(person.fingerprints().size()).isEqualTo(2);
        assertThat(person.has(Rows.fingerprints("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb")))
                .as("as the id travels")
                .isTrue();
        assertThat(((Declared) asked.get(0).key()).wire()).isEqualTo(KeyForm.PLAIN);
        assertThat(chain.all())
                .startsWith(
                        new Fact("request", "The id is a valid key of the data source"),
                        new Fact("crm", "One recipient has this key"),
                        new Fact("crm", "The recipient is there, has 2 valid keys"));
    }

    @Test
    void a_key_of_nobody_and_one_of_several_are_told() {
        find(PLAIN, new Person.Declared("a"));
        assertThat(chain.all()).contains(new Fact("crm", "No recipient has this key"));

        lookedUp = Either.right(Rows.source(Rows.batch("1:a", "2:a")));
        assertThat(find(PLAIN, new Person.Declared("a")).recipients()).hasSize(2);
        assertThat(chain.all())
                .contains(
                        new Fact(
                                "crm",
                                "2 recipients have this key, which is ambiguous; an import's policy decides who of them enters, all by default (SEMANTICS S4)"));
        lookedUp = Either.left(GONE);
        assertThat(find(PLAIN, new Person.Declared("a")).isLookedUp()).isFalse();
    }

    @Test
    void an_id_that_is_no_key_finds_nobody_and_counts_as_invalid() {
        lookedUp = Either.right(Rows.source(Rows.batch("1:no good")));

        PersonFacts person = find(PLAIN, new Person.Declared("no good"));

        assertThat(chain.all()).startsWith(new Fact("request", "The id is no valid key of the data source"));
        assertThat(person.recipients()).isEmpty();
        assertThat(person.invalid()).isEqualTo(1);
        assertThat(person.fingerprints().size()).isZero();
    }

    @Test
    void a_person_is_named_by_the_kind_of_id_that_the_data_source_goes_by() {
        Person.Visitor visitor = new Person.Visitor(Ecid.parse("1".repeat(38)).get());
        DataSource visitors = DataSource.visitor(3);

        assertThat(lookUp(visitors).check(visitor).isRight()).isTrue();
        assertThat(lookUp(PLAIN).check(new Person.Declared("a")).isRight()).isTrue();
        assertThat(lookUp(visitors).check(new Person.Recipient(ONE)).isRight()).isTrue();
        assertThat(lookUp(PLAIN).check(new Person.Recipient(ONE)).isRight()).isTrue();
        assertThat(lookUp(visitors).check(new Person.Declared("a")).getLeft().message())
                .contains(
                        "is named by a declared id, and the data source goes by visitor ids; name the recipient, or take the other data source");
        assertThat(lookUp(PLAIN).check(visitor).getLeft().message())
                .contains("is named by a visitor id, and the data source goes by declared ids");
    }

    @Test
    void whoever_is_remembered_by_recipient_or_by_key_opted_out() {
        Secret secret = Secret.of("known to nobody else");
        keys = Either.right(Rows.source(Rows.batch("1:a")));
        remembering(secret, PersonDigester.ofRecipients(secret, CRM), 0, 1);
        assertThat(find(PLAIN, new Person.Recipient(ONE)).optedOut()).isTrue();
        assertThat(chain.all()).endsWith(new Fact("suppression store", "The person is remembered as opted out"));

        keys = Either.right(Rows.source(Rows.batch("1:a")));
        var print = Rows.fingerprints("a");
        remembering(secret, PersonDigester.ofKeys(secret, PLAIN.key()), print.high(0), print.low(0));
        assertThat(find(PLAIN, new Person.Recipient(ONE)).optedOut()).isTrue();

        keys = Either.right(Rows.source(Rows.batch("1:a")));
        remembering(secret, PersonDigester.ofRecipients(secret, CRM), 0, 2);
        assertThat(find(PLAIN, new Person.Recipient(ONE)).optedOut()).isFalse();
        assertThat(chain.all()).endsWith(new Fact("suppression store", "The person is not among those who opted out"));
    }

    @Test
    void a_suppression_store_that_cannot_be_opened_is_told() {
        Secret secret = Secret.of("known to nobody else");
        remembering(secret, PersonDigester.ofRecipients(secret, CRM), 0, 1);
        infrastructure = Infrastructure.builder()
                .from(infrastructure)
                .suppressionSecret(Secret.of("quite another one"))
                .build();

        assertThat(find(PLAIN, new Person.Recipient(ONE)).optedOut()).isFalse();
        assertThat(chain.all().get(1).told()).startsWith("It could not be asked: ");
    }

    private void remembering(Secret secret, PersonDigester digester, long high, long low) {
        Stores.OptedOut store = new Stores.OptedOut();
        try (digester) {
            digester.take(high, low);
            store.add(new Suppressed(
                    PersonDigester.check(secret),
                    new IdSetBuilder().add(digester.high(), digester.low()).build()));
        }
        infrastructure = new Stores()
                .infrastructure()
                .suppressions(store)
                .suppressionSecret(secret)
                .build();
    }

    private PersonFacts find(DataSource source, Person person) {
        return lookUp(source).of(person);
    }

    private PersonLookUp lookUp(DataSource source) {
        PersonKeys people = (recipient, by, call) -> keys;
        KeyLookups lookups = new KeyLookups() {
            @Override
            public int keysPerCall() {
                return 1;
            }

            @Override
            public Either<BridgeError, KeySource> recipientsWith(TextKeys wanted, DataSource by, Call call) {
                asked.add(by);
                return lookedUp;
            }
        };
        Connectors connectors = new Connectors(HashMap.of(CRM, Stores.offering(people, lookups)));
        return new PersonLookUp(source, connectors, infrastructure, chain, Rows.call());
    }
}
