// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.journaljdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileSchemasTest extends SettlingSchemasContract {
    @TempDir
    Path folder;

    @Override
    Stores stores() {
        return Stores.file(folder);
    }
}
