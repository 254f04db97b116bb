// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.reconcile;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.KeySource;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.member.TextKeysBuilder;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Recipients' keys, each packed into 16 bytes in place of its text ({@link MatchTask#packedRecipients()}). A row whose key is invalid becomes one without a key, so that the
 * recipient is still there. One reader.
 */
public final class PackingSource implements KeySource {
    private final KeySource recipients;
    private final KeyPacker packer;
    private final TextKeysBuilder rows = new TextKeysBuilder();
    private final byte[] packed = new byte[RawPacker.BYTES];

    /**
     * The keys of {@code recipients}, which it closes.
     *
     * @param byFingerprint as {@link KeyPacker#ofRecipients(ReconciliationKey, boolean)} takes it
     */
    public PackingSource(KeySource recipients, ReconciliationKey key, boolean byFingerprint) {
        this.recipients = recipients;
        this.packer = KeyPacker.ofRecipients(key, byFingerprint);
    }

    @Override
    public Either<BridgeError, Option<TextKeys>> next() {
        return recipients.next().map(batch -> batch.map(this::pack));
    }

    @Override
    public void close() {
        recipients.close();
    }

    private TextKeys pack(TextKeys batch) {
        for (int row = 0; row < batch.size(); row++) {
            byte marks = batch.has(row, TextKeys.OPTED_OUT) ? TextKeys.OPTED_OUT : 0;
            rows.recipient(batch.recipientHigh(row), batch.recipientLow(row));
            if (!batch.has(row, TextKeys.KEYLESS) && packer.pack(batch.text(), batch.start(row), batch.end(row))) {
                RawPacker.write(packer.high(), packer.low(), packed);
                rows.key(packed, 0, packed.length, marks);
            } else {
                rows.keyless(marks);
            }
        }
        batch.giveBack();
        return rows.build();
    }
}
