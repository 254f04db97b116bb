// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.quickstart;

import io.audiencebridge.domain.identity.ReconciliationKey;
import io.vavr.control.Option;
import java.nio.file.Path;

/**
 * What the caller asked for.
 *
 * @param people how many people to make up, where there is no file of them
 * @param recipients the file of people
 * @param key by which ids people are matched
 * @param audience what to import instead of what Audience Manager delivers
 * @param report where to write the counts as JSON
 */
record Options(
        int people,
        Option<Path> recipients,
        ReconciliationKey key,
        Option<GivenAudience> audience,
        Option<Path> report) {

    /**
     * An outbound file of Audience Manager.
     *
     * @param file plain or gzip
     * @param segment the segment to import, as the file's rows name it
     */
    record GivenAudience(Path file, String segment) {}
}
