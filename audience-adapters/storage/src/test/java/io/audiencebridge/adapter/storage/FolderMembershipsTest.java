// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storage;

import io.audiencebridge.contractkit.MembershipsContract;
import io.audiencebridge.domain.spi.engine.Memberships;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class FolderMembershipsTest extends MembershipsContract {
    @TempDir
    Path home;

    @Override
    protected Memberships open() {
        return HomeFolder.at(home).get().memberships();
    }

    @Override
    protected Memberships reopen() {
        return open();
    }
}
