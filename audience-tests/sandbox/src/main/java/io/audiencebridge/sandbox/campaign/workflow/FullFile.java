// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

import io.audiencebridge.sandbox.s3.StoredObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A full outbound file of a destination, which may come in several parts, all of which are read. Source: audience-manager.md, section 5.1; campaign.md, section 1.3.
 *
 * @param stamp when it was written, in milliseconds
 * @param parts the keys of its parts
 */
record FullFile(long stamp, List<String> parts) {
    /** The full files of a data source's destination, newest first. */
    static List<FullFile> of(List<StoredObject> objects, String path, Database.AmcDataSource source) {
        Pattern name = Pattern.compile(Pattern.quote(
                        path + source.destination() + "/S3_" + source.destination() + "_" + source.number() + "_full_")
                + "(\\d{13})(?:\\d{3,})?(?:-\\d+)?\\.sync\\.gz");
        Map<Long, List<String>> byStamp = new TreeMap<>(Comparator.reverseOrder());
        objects.forEach(object -> {
            Matcher parts = name.matcher(object.key());
            if (parts.matches()) {
                byStamp.computeIfAbsent(Long.parseLong(parts.group(1)), absent -> new ArrayList<>())
                        .add(object.key());
            }
        });
        return byStamp.entrySet().stream()
                .map(one -> new FullFile(one.getKey(), List.copyOf(one.getValue())))
                .toList();
    }
}
