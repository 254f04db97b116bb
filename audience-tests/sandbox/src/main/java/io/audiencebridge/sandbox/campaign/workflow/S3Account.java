// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an external account leads: {@code <bucket>.s3.amazonaws.com/<path>}. Source: campaign.md, section 1.6.
 *
 * @param path the folder in the bucket, with a slash at its end; empty for the bucket itself
 */
record S3Account(String bucket, String path) {
    private static final Pattern SERVER =
            Pattern.compile("(?:s3://)?([a-z0-9][a-z0-9.-]*?)\\.s3(?:[.-][a-z0-9-]+)?\\.amazonaws\\.com(?:/(.*))?");

    /** Opens an account; a failure names what is wrong with it, and no secret. */
    static S3Account open(Run run, String name, Outside outside) throws Failure {
        Database.Account account = run.database()
                .account(name)
                .orElseThrow(() -> new Failure("The external account '" + name + "' does not exist."));
        if (!account.active()) {
            throw new Failure("The external account '" + name + "' is not enabled.");
        }
        if (!account.accessKey().equals(outside.accessKey())
                || !account.secret().equals(outside.secretKey())) {
            throw new Failure("S3 refused the keys of the external account '" + name + "'.");
        }
        Matcher server = SERVER.matcher(account.server().strip());
        if (!server.matches() || !exists(server.group(1), outside)) {
            throw new Failure("The server of the external account '" + name + "' is not that of a bucket: '"
                    + account.server() + "'.");
        }
        String path = server.group(2) == null ? "" : server.group(2);
        return new S3Account(server.group(1), path.isEmpty() || path.endsWith("/") ? path : path + "/");
    }

    private static boolean exists(String bucket, Outside outside) {
        try {
            outside.objects().list(bucket);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
