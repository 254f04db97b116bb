// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.micro;

import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyFingerprinter;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.KeyTranslator;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.TextKeys;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** E-mail addresses on their way out, by the row: normalised, hashed, written as digits; and their fingerprint for the ledger. */
@State(Scope.Thread)
public class HashingMails {
    private final TextKeys batch = Rows.mails();
    private final KeyTranslator translator = KeyTranslator.storedToWire(ReconciliationKey.Declared.builder()
            .field("email")
            .content(KeyContent.EMAIL)
            .stored(KeyForm.PLAIN)
            .wire(KeyForm.SHA256)
            .build());
    private final KeyFingerprinter fingerprinter = new KeyFingerprinter();
    private final byte[] wire = new byte[KeyTranslator.LONGEST];

    /** For JMH. */
    public HashingMails() {}

    /** A batch. */
    @Benchmark
    @OperationsPerInvocation(Rows.BATCH)
    public long hashing() {
        long sum = 0;
        for (int row = 0; row < batch.size(); row++) {
            int length = translator.translate(batch.text(), batch.start(row), batch.end(row), wire);
            fingerprinter.take(wire, 0, length);
            sum += fingerprinter.high() ^ fingerprinter.low();
        }
        return sum;
    }
}
