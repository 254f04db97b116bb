// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.s3;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * The objects that S3 serves, without the wire. Safe for use by several threads.
 *
 * <p>Every method throws {@link IllegalArgumentException} for a bucket that does not exist and {@link java.io.UncheckedIOException} when the disk fails.
 */
public interface ObjectStore {
    /** What is in a bucket, by key; unfinished uploads are not. */
    List<StoredObject> list(String bucket);

    /**
     * The bytes of an object; the caller closes them.
     *
     * @throws java.util.NoSuchElementException if there is no such object
     */
    InputStream read(String bucket, String key);

    /** The canned ACL with which an object was sent over the wire; empty if it was sent without. */
    Optional<String> acl(String bucket, String key);

    /** Takes the bytes of an object, which becomes visible as a whole, replacing one of that key, when the stream is closed. */
    OutputStream write(String bucket, String key);

    /** Removes an object; right also when it was not there. */
    void delete(String bucket, String key);
}
