// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import io.audiencebridge.contractkit.BrokenPortsContract;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** That the rules of the contracts bite, shown on a journal in a file of H2's. */
@EnabledIfSystemProperty(named = "kit.proof", matches = "true")
final class FileBrokenPortsTest extends BrokenPortsContract {
    @Override
    protected List<Class<?>> tests() {
        return List.of(FileStoreTest.class, FileRunPagesTest.class);
    }
}
