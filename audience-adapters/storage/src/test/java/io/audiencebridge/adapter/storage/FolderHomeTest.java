// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.contractkit.HomeContract;
import io.audiencebridge.domain.spi.engine.HomeFactory;
import io.audiencebridge.domain.spi.engine.RecipientIndexFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class FolderHomeTest extends HomeContract {
    @TempDir
    Path folder;

    @Override
    protected HomeFactory factory() {
        return new HomeFolderFactory();
    }

    @Override
    protected RecipientIndexFactory indexes() {
        return new RecipientIndexFolderFactory();
    }

    @Override
    protected String place(int number) {
        return folder.resolve("home-" + number).toString();
    }

    @Override
    protected String noPlace() throws IOException {
        return Files.writeString(folder.resolve("a file"), "taken").toString();
    }
}
