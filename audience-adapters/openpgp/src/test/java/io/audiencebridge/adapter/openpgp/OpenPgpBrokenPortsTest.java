// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.openpgp;

import io.audiencebridge.contractkit.BrokenPortsContract;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** That the rules of the contracts bite, shown on the cipher; those that it shares with codecs are shown on one. */
@EnabledIfSystemProperty(named = "kit.proof", matches = "true")
final class OpenPgpBrokenPortsTest extends BrokenPortsContract {
    @Override
    protected List<Class<?>> tests() {
        return List.of(UncompressedCipherTest.class);
    }

    @Override
    protected boolean tries(String rule) {
        return rule.startsWith("R53.");
    }
}
