// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.reports;

import io.audiencebridge.contractkit.BrokenPortsContract;
import java.util.List;

/** That the rules of the contracts bite, shown on what writes reports. */
final class ReportsBrokenPortsTest extends BrokenPortsContract {
    @Override
    protected List<Class<?>> tests() {
        return List.of(BundledReportsTest.class);
    }
}
