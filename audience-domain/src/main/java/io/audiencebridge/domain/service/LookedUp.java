// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyFingerprinter;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.IdHashSet;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.audiencebridge.domain.spi.connector.KeyLookups;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recipients who have one of an audience's keys. Each valid key is looked up once. One reader. */
final class LookedUp implements KeySource {
    private final KeyLookups lookups;
    private final DataSource dataSource;
    private final Call call;
    private final Deque<TextKeys> asked = new ArrayDeque<>();
    private long keys;
    private @Nullable KeySource answer;

    LookedUp(KeyLookups lookups, DataSource dataSource, List<TextKeys> members, Call call) {
        this.lookups = lookups;
        this.dataSource = dataSource;
        this.call = call;
        choose(members);
    }

    /** Whether a key can be looked up as it travels. */
    static boolean isPossible(ReconciliationKey key) {
        return !(key instanceof Declared declared) || declared.stored() == declared.wire();
    }

    /** How many keys are looked up. */
    long keys() {
        return keys;
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        while (answer != null || !asked.isEmpty()) {
            Either<BridgeError, Option<TextKeys>> batch =
                    call.check().flatMap(open -> current()).flatMap(KeySource::next);
            if (batch.isLeft() || batch.get().isDefined()) {
                return batch;
            }
            leave();
        }
        return Either.right(Option.none());
    }

    @Override
    public void close() {
        asked.clear();
        leave();
    }

    private Either<BridgeError, KeySource> current() {
        KeySource open = answer;
        return open != null
                ? Either.right(open)
                : lookups.recipientsWith(asked.remove(), dataSource, call).peek(found -> answer = found);
    }

    private void leave() {
        KeySource open = answer;
        answer = null;
        if (open != null) {
            open.close();
        }
    }

    private void choose(List<TextKeys> members) {
        KeyTranslator wire = KeyTranslator.checkingWire(dataSource.key());
        KeyFingerprinter fingerprinter = new KeyFingerprinter();
        IdHashSet seen = new IdHashSet();
        TextKeysBuilder rows = new TextKeysBuilder();
        byte[] key = new byte[KeyTranslator.LONGEST];
        for (TextKeys batch : members) {
            for (int row = 0; row < batch.size(); row++) {
                int length = batch.has(row, TextKeys.UNDECIDABLE)
                        ? KeyTranslator.INVALID
                        : wire.translate(batch.text(), batch.start(row), batch.end(row), key);
                if (length != KeyTranslator.INVALID) {
                    fingerprinter.take(key, 0, length);
                    if (seen.add(fingerprinter.high(), fingerprinter.low())) {
                        rows.recipient(0, 0).key(key, 0, length, (byte) 0);
                        keys++;
                    }
                }
                if (rows.isFull()) {
                    asked.add(rows.build());
                }
            }
        }
        if (rows.size() > 0) {
            asked.add(rows.build());
        }
    }
}
