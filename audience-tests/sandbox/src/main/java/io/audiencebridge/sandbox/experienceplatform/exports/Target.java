// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.exports;

import java.nio.file.Path;

/**
 * Where a destination's files go.
 *
 * @param kind what is there
 * @param place a bucket; empty for SFTP and folders, that have only one
 * @param folder below it; of a folder the whole path
 */
public record Target(Kind kind, String place, String folder) {
    /** What can be written to. */
    public enum Kind {
        /** A bucket of the sandbox's S3. */
        BUCKET,
        /** The sandbox's SFTP server. */
        SFTP,
        /** A folder of this machine. */
        FOLDER,
        /** A storage that cannot be reached: every run fails. */
        UNREACHABLE
    }

    /** The bucket for Platform's exports; the folder may be empty. */
    public static Target bucket(String folder) {
        return new Target(Kind.BUCKET, "", trimmed(folder));
    }

    /** Another bucket of the sandbox. */
    public static Target bucket(String name, String folder) {
        return new Target(Kind.BUCKET, name, trimmed(folder));
    }

    /** A folder below the home of the SFTP account; it is made if it is not there. */
    public static Target sftp(String folder) {
        return new Target(Kind.SFTP, "", trimmed(folder));
    }

    /** A folder of this machine; it is made if it is not there. */
    public static Target folder(Path folder) {
        return new Target(Kind.FOLDER, "", folder.toString());
    }

    /** A storage that cannot be reached. */
    public static Target unreachable() {
        return new Target(Kind.UNREACHABLE, "", "");
    }

    private static String trimmed(String folder) {
        return folder.replaceAll("^/+|/+$", "");
    }

    /** The name of a file with its folder. */
    String path(String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
