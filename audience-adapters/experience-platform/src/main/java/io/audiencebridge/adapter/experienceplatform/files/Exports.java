// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.files;

import io.audiencebridge.adapter.experienceplatform.client.ExportAudience;
import io.audiencebridge.adapter.experienceplatform.client.ExportDestination;
import io.audiencebridge.adapter.experienceplatform.client.ExportKind;
import io.audiencebridge.adapter.experienceplatform.client.ExportPart;
import io.audiencebridge.adapter.experienceplatform.client.ExportSchedule;
import io.audiencebridge.adapter.experienceplatform.client.FileNameTemplate;
import io.audiencebridge.adapter.experienceplatform.client.PlatformExport;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes exports of files that are all there. */
final class Exports {
    private Exports() {}

    /**
     * What an export is; none for one of an earlier activation.
     *
     * @param earliest whether no earlier export of the audience is there
     */
    static Option<PlatformExport> judged(
            ExportDestination destination,
            ExportAudience audience,
            FileNameTemplate template,
            FoundExport found,
            boolean earliest) {
        ExportSchedule schedule = destination.scheduleOf(audience.id());
        return schedule.kind(found.time(), earliest).map(kind -> {
            boolean lacking = kind == ExportKind.FULL && schedule.mayLackPeople(found.time(), earliest);
            return PlatformExport.builder()
                    .audience(audience.id())
                    .identity(identity(found))
                    .kind(kind)
                    .time(found.time())
                    .timeSource(found.timeSource())
                    .namedTime(found.files().head().name().time())
                    .addAllParts(
                            found.files().map(file -> new ExportPart(file.name().part(), file.file())))
                    .mayLackPeople(lacking)
                    .addAllNotices(notices(template, found, lacking))
                    .build();
        });
    }

    private static Vector<String> notices(FileNameTemplate template, FoundExport found, boolean lacking) {
        Vector<String> warnings = Vector.ofAll(template.warnings());
        return lacking
                ? warnings.append("Export " + found.stem()
                        + " is a first one and may lack people whose data was not filled in yet; Adobe advises"
                        + " a first export after 12:00 GMT of the day after the activation")
                : warnings;
    }

    /** The content of all parts in their order; names have no say (SEMANTICS S27). */
    private static String identity(FoundExport found) {
        String tags = found.files().map(file -> file.file().contentTag()).mkString("\n");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(tags.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }
}
