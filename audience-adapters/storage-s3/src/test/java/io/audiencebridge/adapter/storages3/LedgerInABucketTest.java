// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storages3;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.contractkit.Calls;
import io.audiencebridge.contractkit.LedgerContract;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.member.IdSetBuilder;
import io.audiencebridge.domain.service.ExchangeLedger;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.spi.engine.LedgerKey;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.s3.StoredObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The domain's ledger in a bucket, where a cluster finds it under the name that its folder has. */
class LedgerInABucketTest extends LedgerContract {
    private static final Sandbox SANDBOX = Sandbox.builder().recipients(0).start();

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @Override
    protected ExchangeLedger open() {
        SANDBOX.reset();
        return reopen();
    }

    @Override
    protected ExchangeLedger reopen() {
        return new ExchangeLedger(Bench.open(Bench.settings(SANDBOX).build()), Calls::ample);
    }

    @Test
    void a_run_is_an_object_below_the_prefix() {
        LedgerKey page = new LedgerKey(new AudienceRef(new ConnectionName("cloud"), "1234567"), 14016);

        open().keep(page, new RunId("run-1"), new IdSetBuilder().add(1, 2).build())
                .get();

        assertThat(SANDBOX.objects().list(SANDBOX.inboundBucket()))
                .extracting(StoredObject::key)
                .containsExactly("sandbox/cloud/31323334353637/14016/run-1.fingerprints");
    }
}
