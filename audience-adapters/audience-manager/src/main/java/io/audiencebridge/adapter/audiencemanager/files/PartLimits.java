// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

/**
 * When a change is cut into several files. Only rows and their bytes decide, never the compressed size, so that a repeat is cut at the same rows.
 *
 * @param rows most rows of a file
 * @param bytes most bytes of a file, uncompressed; a single longer row still gets its file
 */
public record PartLimits(long rows, long bytes) {
    /**
     * No limit of rows and 512 MiB: visitor ids then make some 250 MB compressed, the size that Audience Manager loads fastest. Its own limits are 5 GB,
     * and 1 or 3 GB compressed. Source: Audience Manager, "File compression for inbound data transfer files".
     */
    public static final PartLimits USUAL = new PartLimits(Long.MAX_VALUE, 512L << 20);
}
