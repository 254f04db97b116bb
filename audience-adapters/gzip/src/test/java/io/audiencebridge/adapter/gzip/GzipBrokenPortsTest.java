// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.gzip;

import io.audiencebridge.contractkit.BrokenPortsContract;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** That the rules of the contracts bite, shown on the codec. */
@EnabledIfSystemProperty(named = "kit.proof", matches = "true")
final class GzipBrokenPortsTest extends BrokenPortsContract {
    @Override
    protected List<Class<?>> tests() {
        return List.of(GzipCodecFactoryTest.class, OneMemberTest.class);
    }
}
