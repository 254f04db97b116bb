// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder in a bucket of S3. Source: Campaign Classic, "Configuring shared audiences integration": the server of an account for S3 is
 * {@code <bucket>.s3.amazonaws.com/<path>}.
 *
 * @param bucket the bucket's name
 * @param path the folder, without slashes at its ends; empty text for none
 * @param region the region, such as {@code eu-west-1}; empty text when neither account nor server names one
 */
public record BucketPlace(String bucket, String path, String region) {
    private static final Pattern SERVER = Pattern.compile(
            "(?:https?://)?([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\\.s3(?:[.-]([a-z]{2}(?:-[a-z]+)+-[0-9]))?\\.amazonaws\\.com(?:\\.cn)?(?:/(.*))?");

    /**
     * Reads the server of an account; empty when it is no bucket of S3.
     *
     * @param region the account's own region, which wins over that of the server's name; empty text for none
     */
    public static Optional<BucketPlace> parse(String server, String region) {
        Matcher found = SERVER.matcher(server.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        String named = found.group(2) == null ? "" : found.group(2);
        String path = found.group(3) == null ? "" : found.group(3).replaceAll("^/+|/+$", "");
        return Optional.of(new BucketPlace(found.group(1), path, region.isBlank() ? named : region.strip()));
    }
}
