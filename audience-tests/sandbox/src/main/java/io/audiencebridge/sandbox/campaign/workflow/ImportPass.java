// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign.workflow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A pass of {@code importSharedAudience}: the newest full file of each bound list's destination replaces the list with the recipients that it names. Unmatched ids are
 * dropped. Source: campaign.md, section 1.3.
 */
final class ImportPass implements Activity {
    private static final String ACCOUNT = "importSharedAudience";

    private final Outside outside;
    private final Map<String, Long> seen = new HashMap<>();
    private final Set<String> damaged = new HashSet<>();

    ImportPass(Outside outside) {
        this.outside = outside;
    }

    void restart() {
        seen.clear();
        damaged.clear();
    }

    @Override
    public void work(Run run) throws Failure {
        S3Account account = S3Account.open(run, ACCOUNT, outside);
        int read = 0;
        for (Database.BoundList list : run.database().boundLists()) {
            Optional<Database.AmcDataSource> source = run.database().dataSource(list.dataSourceId());
            if (source.isEmpty() || source.get().number() == 0) {
                run.warn("List " + list.id() + ": its AMC data source is not provisioned");
            } else {
                read += importInto(run, account, list, source.get()) ? 1 : 0;
            }
        }
        if (read == 0) {
            run.say("Nothing to import");
        }
    }

    private boolean importInto(Run run, S3Account account, Database.BoundList list, Database.AmcDataSource source)
            throws Failure {
        long newest = seen.getOrDefault(binding(list), 0L);
        List<FullFile> files = FullFile.of(outside.objects().list(account.bucket()), account.path(), source);
        for (FullFile file : files) {
            if (file.stamp() <= newest) {
                break;
            }
            Optional<AudienceRows> rows = rows(run, account, list, file);
            if (rows.isPresent()) {
                replace(run, list, source, rows.get());
                seen.put(binding(list), file.stamp());
                return true;
            }
        }
        return false;
    }

    /** A list that is bound anew reads the newest file again. */
    private static String binding(Database.BoundList list) {
        return list.id() + "/" + list.segment() + "/" + list.dataSourceId();
    }

    private Optional<AudienceRows> rows(Run run, S3Account account, Database.BoundList list, FullFile file) {
        Optional<AudienceRows> rows = AudienceRows.read(outside.objects(), account.bucket(), file, list.segment());
        if (rows.isEmpty() && damaged.add(file.stamp() + "/" + list.id())) {
            run.warn("List " + list.id() + ": file '" + file.parts().get(0) + "' is damaged and was skipped");
        }
        return rows;
    }

    private static void replace(Run run, Database.BoundList list, Database.AmcDataSource source, AudienceRows rows)
            throws Failure {
        UnaryOperator<String> hash = Hashing.of(source.hash())
                .orElseThrow(() -> new Failure("The hash algorithm '" + source.hash() + "' is unknown."));
        Set<String> matched = new HashSet<>();
        boolean known = run.database().people("", source.key(), person -> {
            if (person.keys().stream().map(hash).anyMatch(rows.members()::contains)) {
                matched.add(person.id());
            }
        });
        if (!known) {
            throw new Failure("The reconciliation key '" + source.key() + "' is no column of nms:recipient.");
        }
        run.database().replace(list.id(), matched);
        run.say("List " + list.id() + ": " + matched.size() + " recipients of "
                + rows.members().size() + " members");
    }
}
