// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.benchmarks.micro;

import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.KeyForm;
import io.audiencebridge.domain.identity.ReconciliationKey;
import io.audiencebridge.domain.member.TextKeys;
import io.audiencebridge.domain.reconcile.KeyPacker;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Keys of members packed into 128 bits, by the row. */
@State(Scope.Thread)
public class PackingKeys {
    @Param({"ecid", "sha256"})
    String keys = "ecid";

    private TextKeys batch = Rows.visitors(0);
    private KeyPacker packer = KeyPacker.ofMembers(new ReconciliationKey.Visitor(), false);

    /** For JMH. */
    public PackingKeys() {}

    /** The keys asked for. */
    @Setup
    public void prepare() {
        if (keys.equals("sha256")) {
            batch = Rows.hashes();
            packer = KeyPacker.ofMembers(
                    ReconciliationKey.Declared.builder()
                            .field("email")
                            .content(KeyContent.EMAIL)
                            .stored(KeyForm.SHA256)
                            .wire(KeyForm.SHA256)
                            .build(),
                    false);
        }
    }

    /** A batch. */
    @Benchmark
    @OperationsPerInvocation(Rows.BATCH)
    public long packing() {
        byte[] text = batch.text();
        long sum = 0;
        for (int row = 0; row < batch.size(); row++) {
            if (packer.pack(text, batch.start(row), batch.end(row))) {
                sum += packer.high() ^ packer.low();
            }
        }
        return sum;
    }
}
