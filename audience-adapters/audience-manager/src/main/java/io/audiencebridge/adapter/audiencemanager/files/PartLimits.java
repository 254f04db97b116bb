// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

/**
 * When a change is cut into several files. Only rows and their bytes decide, never the packed size, so that a repeat is cut at the same rows.
 *
 * @param rows most rows of a file
 * @param bytes most bytes of a file before it is packed; a single longer row still gets its file
 */
public record PartLimits(long rows, long bytes) {
    /**
     * The most bytes that a part may be set to: with them a file keeps the smaller of the two limits that documents give for a packed file, 1 GB and 3 GB,
     * however badly it packs, and that of 5 GB before packing. Source: Audience Manager, "File compression for inbound data transfer files".
     */
    public static final long MOST_BYTES = 1_000_000_000;

    /** No limit of rows and 512 MiB: visitor ids then make some 250 MB packed, the size that Audience Manager loads fastest. */
    public static final PartLimits USUAL = new PartLimits(Long.MAX_VALUE, 512L << 20);
}
