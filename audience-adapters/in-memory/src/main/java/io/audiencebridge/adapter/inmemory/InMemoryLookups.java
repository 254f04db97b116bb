// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.spi.connector.KeyLookups;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks in-memory recipients up by their keys. */
final class InMemoryLookups implements KeyLookups {
    private static final int AT_ONCE = 200;

    private final InMemoryWorld world;

    InMemoryLookups(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public int keysPerCall() {
        return AT_ONCE;
    }

    @Override
    public Either<BridgeError, KeySource> recipientsWith(TextKeys keys, DataSource dataSource, Call call) {
        if (dataSource.key() instanceof Declared declared && declared.stored() != declared.wire()) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "dataSource.key",
                    "is stored " + declared.stored() + " and travels " + declared.wire()
                            + ", so it cannot be looked up; read all keys"));
        }
        return call.check().map(open -> InMemoryKeys.source(having(texts(keys), dataSource), dataSource));
    }

    private List<InMemoryRecipient> having(Set<String> wanted, DataSource dataSource) {
        return world.recipients().stream()
                .filter(recipient ->
                        InMemoryKeys.keys(recipient, dataSource).stream().anyMatch(wanted::contains))
                .toList();
    }

    private static Set<String> texts(TextKeys keys) {
        Set<String> texts = new HashSet<>();
        for (int row = 0; row < keys.size(); row++) {
            if (!keys.has(row, TextKeys.UNDECIDABLE) && !keys.has(row, TextKeys.KEYLESS)) {
                texts.add(new String(
                        keys.text(), keys.start(row), keys.end(row) - keys.start(row), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
