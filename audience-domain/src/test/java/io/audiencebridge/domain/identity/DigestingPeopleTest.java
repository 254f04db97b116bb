// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.Secret;
import java.nio.ByteBuffer;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The digests of people who opted out (SEMANTICS S23). */
class DigestingPeopleTest {
    private static final Secret SECRET = Secret.of("a secret of sixteen and more");

    @Test
    void a_digest_is_the_first_half_of_the_runtimes_own_hmac() throws Exception {
        byte[] key = new byte[32];
        Random random = new Random(7);
        random.nextBytes(key);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        PersonDigester digester = new PersonDigester(key);
        for (int i = 0; i < 1000; i++) {
            long high = random.nextLong();
            long low = random.nextLong();

            digester.take(high, low);

            ByteBuffer expected = ByteBuffer.wrap(mac.doFinal(
                    ByteBuffer.allocate(16).putLong(high).putLong(low).array()));
            assertThat(digester.high()).isEqualTo(expected.getLong());
            assertThat(digester.low()).isEqualTo(expected.getLong());
        }
    }

    @Test
    void recipients_keys_deeds_and_connections_have_digests_of_their_own() {
        assertThat(new long[] {
                    of(PersonDigester.ofRecipients(SECRET, new ConnectionName("crm"))),
                    of(PersonDigester.ofRecipients(SECRET, new ConnectionName("other"))),
                    of(PersonDigester.ofKeys(SECRET, new ReconciliationKey.Visitor())),
                    of(PersonDigester.ofKeys(SECRET, opaque("account", KeyForm.PLAIN))),
                    of(PersonDigester.ofKeys(SECRET, opaque("loyalty", KeyForm.PLAIN))),
                    of(PersonDigester.ofDeeds(SECRET, "left 7"))
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void a_hash_names_a_person_in_whatever_field_it_stands() {
        assertThat(of(PersonDigester.ofKeys(SECRET, opaque("hash", KeyForm.SHA256))))
                .isEqualTo(of(PersonDigester.ofKeys(SECRET, opaque("other", KeyForm.SHA256))));
        assertThat(of(PersonDigester.ofKeys(SECRET, opaque("@account", KeyForm.PLAIN))))
                .isEqualTo(of(PersonDigester.ofKeys(SECRET, opaque("account", KeyForm.PLAIN))));
    }

    @Test
    void another_secret_has_another_check_and_other_digests() {
        Secret other = Secret.of("another secret of some length");

        assertThat(PersonDigester.check(SECRET)).hasSize(32).isNotEqualTo(PersonDigester.check(other));
        assertThat(of(PersonDigester.ofDeeds(SECRET, "d"))).isNotEqualTo(of(PersonDigester.ofDeeds(other, "d")));
    }

    @Test
    void a_closed_digester_gives_nothing_of_the_secret_any_more() {
        PersonDigester digester = PersonDigester.ofDeeds(SECRET, "d");
        long before = of(digester);

        digester.close();

        assertThat(of(digester)).isNotEqualTo(before);
    }

    @Test
    void closed_digesters_of_different_secrets_are_alike() {
        PersonDigester one = PersonDigester.ofDeeds(SECRET, "d");
        PersonDigester other = PersonDigester.ofDeeds(Secret.of("another secret of some length"), "e");

        one.close();
        other.close();

        assertThat(of(one)).isEqualTo(of(other));
    }

    private static long of(PersonDigester digester) {
        digester.take(1, 2);
        return digester.high();
    }

    private static ReconciliationKey opaque(String field, KeyForm stored) {
        return Declared.builder()
                .field(field)
                .stored(stored)
                .wire(KeyForm.SHA256)
                .build();
    }
}
