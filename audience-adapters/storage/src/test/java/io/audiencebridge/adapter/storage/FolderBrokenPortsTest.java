// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.contractkit.BrokenPortsContract;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** That the rules of the contracts bite, shown on what is kept in folders. */
@EnabledIfSystemProperty(named = "kit.proof", matches = "true")
final class FolderBrokenPortsTest extends BrokenPortsContract {
    @Override
    protected List<Class<?>> tests() {
        return List.of(FolderHomeTest.class, FolderExchangeTest.class, FolderRecipientIndexesTest.class);
    }
}
