// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.storagesftp;

import java.time.Instant;
import org.apache.sshd.sftp.client.SftpClient.Attributes;

/**
 * A file on the server as it is now.
 *
 * @param path on the server
 * @param size in bytes
 * @param modified when it was written last, in whole seconds of the server's clock
 */
record RemoteFile(String path, long size, Instant modified) {
    static RemoteFile of(String path, Attributes attributes) {
        Instant modified = attributes.getModifyTime() == null
                ? Instant.EPOCH
                : attributes.getModifyTime().toInstant();
        return new RemoteFile(path, attributes.getSize(), modified);
    }

    boolean sameAs(Attributes now) {
        return equals(of(path, now));
    }
}
