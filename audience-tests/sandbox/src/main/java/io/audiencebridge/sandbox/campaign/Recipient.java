// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.SeedRecipient;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A recipient and its tracking logs; small, as there may be millions. Changed under the lock of {@link CampaignData} only. */
final class Recipient implements Row {
    private static final TrackingLog[] NO_LOGS = {};
    private static final List<String> FLAGS = List.of(
            "@blackList",
            "@blackListEmail",
            "@blackListFax",
            "@blackListMobile",
            "@blackListPhone",
            "@blackListPostalMail");
    private static final Map<String, Function<Recipient, String>> COLUMNS = columns();

    private final String id;
    private final CampaignData base;
    private final Instant created;
    private Instant lastModified;
    private String email = "";
    private String declaredId = "";
    private int flags;
    private TrackingLog[] logs = NO_LOGS;
    private @Nullable Map<String, String> others;

    /** What can be written of a recipient, to go back to. */
    record Snapshot(
            String email,
            String declaredId,
            int flags,
            @Nullable Map<String, String> others,
            Instant lastModified) {}

    Recipient(String id, CampaignData base, Instant created) {
        this.id = id;
        this.base = base;
        this.created = created;
        this.lastModified = created;
    }

    static Recipient of(SeedRecipient seed, CampaignData base, Instant created) {
        Recipient recipient = new Recipient(seed.id(), base, created);
        recipient.email = seed.email();
        recipient.declaredId = seed.declaredId();
        recipient.flags = seed.optedOut() ? 1 : 0;
        seed.columns().forEach(recipient::set);
        return recipient;
    }

    String id() {
        return id;
    }

    Instant lastModified() {
        return lastModified;
    }

    void changed(Instant at) {
        lastModified = at;
    }

    List<TrackingLog> logs() {
        return Arrays.asList(logs);
    }

    void clicked(TrackingLog log) {
        logs = Arrays.copyOf(logs, logs.length + 1);
        logs[logs.length - 1] = log;
    }

    void forget(TrackingLog log) {
        logs = Arrays.stream(logs).filter(one -> one != log).toArray(TrackingLog[]::new);
    }

    void set(String column, String value) {
        String kept = Schema.RECIPIENT.type(column).kept(value);
        int flag = FLAGS.indexOf(column);
        if (flag >= 0) {
            flags = kept.equals("1") ? flags | (1 << flag) : flags & ~(1 << flag);
        } else if (column.equals("@email")) {
            email = kept;
        } else if (column.equals("@declaredId")) {
            declaredId = kept;
        } else {
            setOther(column, kept);
        }
    }

    private void setOther(String column, String value) {
        Map<String, String> changed = others == null ? new HashMap<>() : new HashMap<>(others);
        changed.put(column, value);
        others = changed;
    }

    Snapshot snapshot() {
        return new Snapshot(email, declaredId, flags, others, lastModified);
    }

    void restore(Snapshot snapshot) {
        email = snapshot.email();
        declaredId = snapshot.declaredId();
        flags = snapshot.flags();
        others = snapshot.others();
        lastModified = snapshot.lastModified();
    }

    SeedRecipient asSeed() {
        Map<String, String> columns = new HashMap<>(others == null ? Map.of() : others);
        FLAGS.stream().skip(1).filter(flag -> column(flag).equals("1")).forEach(flag -> columns.put(flag, "1"));
        return new SeedRecipient(
                id,
                email,
                declaredId,
                logs().stream().map(TrackingLog::sourceId).toList(),
                (flags & 1) != 0,
                columns);
    }

    @Override
    public String column(String column) {
        Function<Recipient, String> known = COLUMNS.get(column);
        return known == null ? other(column, Schema.RECIPIENT.type(column).absent()) : known.apply(this);
    }

    /** Those that are asked for row by row: found by one look-up. */
    private static Map<String, Function<Recipient, String>> columns() {
        Map<String, Function<Recipient, String>> columns = new HashMap<>();
        columns.put("@id", Recipient::id);
        columns.put("@email", recipient -> recipient.email);
        columns.put("@declaredId", recipient -> recipient.declaredId);
        columns.put("@created", recipient -> Texts.time(recipient.created));
        columns.put("@lastModified", recipient -> Texts.time(recipient.lastModified));
        columns.put("@domain", recipient -> recipient.email.substring(recipient.email.lastIndexOf('@') + 1));
        columns.put("@folder-id", recipient -> recipient.other("@folder-id", Folders.RECIPIENTS));
        for (int flag = 0; flag < FLAGS.size(); flag++) {
            int bit = 1 << flag;
            columns.put(FLAGS.get(flag), recipient -> (recipient.flags & bit) == 0 ? "0" : "1");
        }
        return columns;
    }

    private String other(String column, String absent) {
        return others == null ? absent : others.getOrDefault(column, absent);
    }

    @Override
    public @Nullable Row link(String name) {
        return name.equals("folder") ? base.find(Schema.FOLDER, column("@folder-id")) : null;
    }

    @Override
    public List<? extends Row> collection(String name) {
        return name.equals("trackingLog") ? logs() : List.of();
    }
}
