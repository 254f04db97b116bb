// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.s3;

import java.time.Instant;

/**
 * An object in a bucket.
 *
 * @param key its whole name, {@code /} between folders
 * @param size in bytes
 * @param eTag as S3 shows it, without quotes
 * @param modified when it became visible, in real time
 */
public record StoredObject(String key, long size, String eTag, Instant modified) {}
