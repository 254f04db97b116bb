// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.PersonDigester;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.IdSet;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.reconcile.KeyPacker;
import io.audiencebridge.domain.sharing.RecipientRef;
import io.audiencebridge.domain.system.Secret;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.nio.charset.StandardCharsets;

/** Gathers the digests of one person (SEMANTICS S23): of recipients' ids, and of keys in every form in which a run may meet them. Not thread-safe. */
final class PersonDigests {
    private final Secret secret;
    private final Seq<DeclaredIdCipher> ciphers;
    private final IdSetBuilder found = new IdSetBuilder();

    PersonDigests(Secret secret, Seq<DeclaredIdCipher> ciphers) {
        this.secret = secret;
        this.ciphers = ciphers;
    }

    void add(RecipientRef recipient) {
        add(
                PersonDigester.ofRecipients(secret, recipient.connection()),
                recipient.recipient().high(),
                recipient.recipient().low());
    }

    /** Adds a key by its stored value. */
    void add(ReconciliationKey key, String stored) {
        byte[] text = stored.getBytes(StandardCharsets.UTF_8);
        for (ReconciliationKey form : forms(key)) {
            for (boolean byFingerprint : new boolean[] {true, false}) {
                KeyPacker packer = KeyPacker.ofRecipients(form, byFingerprint);
                if (packer.pack(text, 0, text.length)) {
                    add(PersonDigester.ofKeys(secret, form), packer.high(), packer.low());
                }
            }
        }
    }

    IdSet all() {
        return found.build();
    }

    private void add(PersonDigester digester, long high, long low) {
        try (digester) {
            digester.take(high, low);
            found.add(digester.high(), digester.low());
        }
    }

    /** The same value may travel plain, hashed, or encrypted by any cipher that is known. */
    private Set<ReconciliationKey> forms(ReconciliationKey key) {
        if (!(key instanceof Declared declared)) {
            return LinkedHashSet.of(key);
        }
        Vector<ReconciliationKey> forms = Vector.of(key, in(declared, KeyForm.SHA256));
        if (declared.stored() == KeyForm.SHA256) {
            return forms.toLinkedSet();
        }
        forms = forms.append(in(declared, KeyForm.PLAIN));
        return declared.stored() == KeyForm.ENCRYPTED
                ? forms.append(in(declared, KeyForm.ENCRYPTED)).toLinkedSet()
                : forms.appendAll(ciphers.map(cipher -> encrypted(declared, cipher)))
                        .toLinkedSet();
    }

    private static ReconciliationKey in(Declared key, KeyForm wire) {
        return Declared.builder().from(key).wire(wire).build();
    }

    private static ReconciliationKey encrypted(Declared key, DeclaredIdCipher cipher) {
        return Declared.builder()
                .from(key)
                .wire(KeyForm.ENCRYPTED)
                .cipher(cipher)
                .build();
    }
}
