// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import io.audiencebridge.sandbox.s3.ObjectStore;
import io.audiencebridge.sandbox.sftp.SandboxSftp;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What the sandbox can write exports to. Thread-safe. */
public final class Storages {
    private final ObjectStore objects;
    private final String bucket;
    private final SandboxSftp sftp;

    /** The buckets, of which one is for exports, and the SFTP server. */
    public Storages(ObjectStore objects, String bucket, SandboxSftp sftp) {
        this.objects = objects;
        this.bucket = bucket;
        this.sftp = sftp;
    }

    /** Writes a file, replacing one of that name. */
    void write(Target target, String name, InputStream content) throws IOException {
        switch (target.kind()) {
            case BUCKET -> toBucket(target, name, content);
            case SFTP -> sftp.write(target.path(name), content.readAllBytes());
            case FOLDER -> toFolder(Path.of(target.folder()), name, content);
            case UNREACHABLE -> throw new IOException("The storage cannot be reached");
        }
    }

    private void toBucket(Target target, String name, InputStream content) throws IOException {
        String place = target.place().isEmpty() ? bucket : target.place();
        try (OutputStream out = objects.write(place, target.path(name))) {
            content.transferTo(out);
        } catch (IllegalArgumentException unknown) {
            throw new IOException("The bucket does not exist", unknown);
        }
    }

    private static void toFolder(Path folder, String name, InputStream content) throws IOException {
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, ".", ".draft");
        Files.copy(content, draft, StandardCopyOption.REPLACE_EXISTING);
        Files.move(draft, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
