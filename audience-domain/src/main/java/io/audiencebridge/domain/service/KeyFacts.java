// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.identity.DeclaredIdCipher;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import java.util.Map;
import java.util.Optional;

/** A reconciliation key as facts of a run record. */
final class KeyFacts {
    private static final String FIELD = "dataSource.field";
    private static final String CONTENT = "dataSource.content";
    private static final String STORED = "dataSource.stored";
    private static final String WIRE = "dataSource.wire";
    private static final String CIPHER = "dataSource.cipher";

    private KeyFacts() {}

    static void write(ReconciliationKey key, Map<String, String> facts) {
        if (key instanceof Declared declared) {
            facts.put(FIELD, declared.field());
            facts.put(CONTENT, declared.content().name());
            facts.put(STORED, declared.stored().name());
            facts.put(WIRE, declared.wire().name());
            declared.cipher().ifPresent(cipher -> facts.put(CIPHER, cipher.name()));
        }
    }

    static boolean isDeclared(Map<String, String> facts) {
        return facts.containsKey(FIELD);
    }

    static ReconciliationKey read(Map<String, String> facts, Map<String, DeclaredIdCipher> ciphers) {
        if (!isDeclared(facts)) {
            return new ReconciliationKey.Visitor();
        }
        return Declared.builder()
                .field(Facts.required(facts, FIELD))
                .content(KeyContent.valueOf(Facts.required(facts, CONTENT)))
                .stored(KeyForm.valueOf(Facts.required(facts, STORED)))
                .wire(KeyForm.valueOf(Facts.required(facts, WIRE)))
                .cipher(Optional.ofNullable(facts.get(CIPHER)).map(name -> known(name, ciphers)))
                .build();
    }

    /** A key whose cipher this bridge was not given. */
    static final class UnknownCipher extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        UnknownCipher(String name) {
            super(
                    "This bridge has no cipher '" + name
                            + "' of declared ids, and a run remembers its name only; build the bridge with declaredIds(...) of that cipher");
        }
    }

    private static DeclaredIdCipher known(String name, Map<String, DeclaredIdCipher> ciphers) {
        DeclaredIdCipher cipher = ciphers.get(name);
        if (cipher == null) {
            throw new UnknownCipher(name);
        }
        return cipher;
    }
}
