// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * A pass of {@code exportSharedAudience}: what was handed over becomes files that Audience Manager takes in. Only members that are new to the audience are written;
 * nobody is ever removed. Source: campaign.md, section 1.4; audience-manager.md, section 4.
 */
final class ExportPass implements Activity {
    private static final String ACCOUNT = "exportSharedAudience";

    private final Outside outside;
    private final ExportQueue queue;

    ExportPass(Outside outside, ExportQueue queue) {
        this.outside = outside;
        this.queue = queue;
    }

    @Override
    public void work(Run run) throws Failure {
        S3Account account = S3Account.open(run, ACCOUNT, outside);
        List<ExportQueue.HandOver> waiting = queue.waiting();
        for (ExportQueue.HandOver handOver : waiting) {
            export(run, account, handOver);
            queue.done(handOver);
        }
        if (waiting.isEmpty()) {
            run.say("Nothing to export");
        }
    }

    private void export(Run run, S3Account account, ExportQueue.HandOver handOver) throws Failure {
        String trait = trait(handOver);
        Set<String> exported = queue.exported(handOver.dataSource().number() + "/" + trait);
        Set<String> added = new LinkedHashSet<>(handOver.ids());
        int known = added.size();
        added.removeAll(exported);
        known -= added.size();
        String audience = handOver.audience().isEmpty() ? trait : handOver.audience();
        if (!added.isEmpty()) {
            String key = write(run.at(), account, handOver.dataSource().number(), trait, added);
            exported.addAll(added);
            run.say("File '" + key + "' written");
        }
        run.say("Audience " + audience + ": " + added.size() + " ids added, " + known + " known, complement "
                + handOver.complement() + " recipients");
    }

    private String trait(ExportQueue.HandOver handOver) throws Failure {
        if (!handOver.trait().isEmpty()) {
            return handOver.trait();
        }
        long number = outside.audiences()
                .trait(handOver.audience(), handOver.dataSource().number());
        if (number == 0) {
            throw new Failure("Audience Manager has no data source "
                    + handOver.dataSource().number() + ".");
        }
        return Long.toString(number);
    }

    private String write(Instant at, S3Account account, long dataSource, String trait, Set<String> ids) {
        String key = freeKey(at, account, dataSource);
        try (Writer rows = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(outside.objects().write(account.bucket(), key)), StandardCharsets.UTF_8))) {
            for (String id : ids) {
                rows.write(id + "\td_sid=" + trait + "\n");
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("The sandbox could not write '" + key + "'", broken);
        }
        return key;
    }

    private String freeKey(Instant at, S3Account account, long dataSource) {
        Set<String> taken = new LinkedHashSet<>();
        outside.objects().list(account.bucket()).forEach(object -> taken.add(object.key()));
        String folder = account.path() + "date=" + LocalDate.ofInstant(at, ZoneOffset.UTC) + "/ftp_dpm_" + dataSource;
        long second = at.getEpochSecond();
        while (taken.contains(folder + "_" + second + ".sync.gz")) {
            second++;
        }
        return folder + "_" + second + ".sync.gz";
    }
}
