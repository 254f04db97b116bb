// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.sharing.OptOutRequest;
import io.audiencebridge.domain.sharing.RecipientRef;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of the person of an opt-out: recipients and stored values of keys. Grows while more is looked up; forgotten with the call. Not thread-safe. */
final class PersonAtHand {
    private static final ReconciliationKey VISITOR = new ReconciliationKey.Visitor();

    private final Map<ReconciliationKey, Set<String>> values = new LinkedHashMap<>();
    private Set<RecipientRef> recipients = LinkedHashSet.empty();

    PersonAtHand(OptOutRequest request) {
        request.recipient().ifPresent(this::add);
        request.keys().forEach(key -> add(key.dataSource().key(), key.value()));
        request.visitors().stream().map(Ecid::digits).forEach(digits -> add(VISITOR, digits));
    }

    void add(RecipientRef recipient) {
        recipients = recipients.add(recipient);
    }

    /** Adds a stored value; whether it was new. */
    boolean add(ReconciliationKey key, String stored) {
        Set<String> before = values.getOrDefault(field(key), LinkedHashSet.empty());
        values.put(field(key), before.add(stored));
        return !before.contains(stored);
    }

    Set<RecipientRef> recipients() {
        return recipients;
    }

    /** The valid visitor ids. */
    Seq<Ecid> visitors() {
        return stored(VISITOR).flatMap(text -> Ecid.parse(text).toOption()).toVector();
    }

    /** The values in the wire form of {@code dataSource}, each once; those of other fields and invalid ones are left out. */
    Seq<String> wire(DataSource dataSource) {
        KeyTranslator translator = KeyTranslator.storedToWire(dataSource.key());
        return stored(dataSource.key())
                .flatMap(text -> wire(translator, text))
                .toVector()
                .distinct();
    }

    /** Adds all digests of the person. */
    void into(PersonDigests digests) {
        recipients.forEach(digests::add);
        values.forEach((key, all) -> all.forEach(text -> digests.add(key, text)));
    }

    static Option<String> wire(KeyTranslator translator, String stored) {
        byte[] text = stored.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[KeyTranslator.LONGEST];
        int length = translator.translate(text, 0, text.length, out);
        return Option.when(length != KeyTranslator.INVALID, () -> new String(out, 0, length, StandardCharsets.UTF_8));
    }

    private Set<String> stored(ReconciliationKey key) {
        return values.getOrDefault(field(key), LinkedHashSet.empty());
    }

    /** Where the value stands, however it travels. */
    private static ReconciliationKey field(ReconciliationKey key) {
        if (!(key instanceof Declared declared)) {
            return key;
        }
        Declared.Builder field = Declared.builder();
        field.from(declared).wire(declared.stored());
        return declared.stored() == KeyForm.ENCRYPTED
                ? field.build()
                : field.cipher(Optional.empty()).build();
    }
}
