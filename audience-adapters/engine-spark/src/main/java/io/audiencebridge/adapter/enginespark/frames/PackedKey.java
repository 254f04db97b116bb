// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.enginespark.frames;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.vavr.control.Either;
import java.io.Serializable;

/**
 * A reconciliation key that can travel to the executors. A cipher cannot: its key would lie in the cluster's task descriptions.
 *
 * @param field of the recipient; empty stands for visitor ids
 * @param content of the field
 * @param stored form
 * @param wire form
 */
public record PackedKey(String field, KeyContent content, KeyForm stored, KeyForm wire) implements Serializable {
    /** Right: {@code key}, ready to travel. Left: {@code InvalidRequest}, for encrypted keys. */
    public static Either<BridgeError, PackedKey> of(ReconciliationKey key) {
        if (!(key instanceof Declared declared)) {
            return Either.right(new PackedKey("", KeyContent.OPAQUE, KeyForm.PLAIN, KeyForm.PLAIN));
        }
        return declared.stored() == KeyForm.ENCRYPTED || declared.wire() == KeyForm.ENCRYPTED
                ? Either.left(
                        BridgeError.InvalidRequest.of(
                                "key",
                                "Encrypted ids would need their secret on every executor, which this engine does not send; match them with the engine in memory or DuckDB's"))
                : Either.right(new PackedKey(declared.field(), declared.content(), declared.stored(), declared.wire()));
    }

    ReconciliationKey key() {
        return field.isEmpty()
                ? new ReconciliationKey.Visitor()
                : Declared.builder()
                        .field(field)
                        .content(content)
                        .stored(stored)
                        .wire(wire)
                        .build();
    }
}
