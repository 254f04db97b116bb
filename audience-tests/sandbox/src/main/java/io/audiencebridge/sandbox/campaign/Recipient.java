// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.SeedRecipient;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recipient and its tracking logs. Changed under the lock of {@link CampaignData} only. */
final class Recipient implements Row {
    private static final TrackingLog[] NO_LOGS = {};

    private final String id;
    private String email;
    private String declaredId;
    private boolean optedOut;
    private TrackingLog[] logs = NO_LOGS;

    Recipient(SeedRecipient seed) {
        id = seed.id();
        email = seed.email();
        declaredId = seed.declaredId();
        optedOut = seed.optedOut();
    }

    String id() {
        return id;
    }

    List<TrackingLog> logs() {
        return Arrays.asList(logs);
    }

    void clicked(TrackingLog log) {
        logs = Arrays.copyOf(logs, logs.length + 1);
        logs[logs.length - 1] = log;
    }

    /** Writes a column; false if the emulator holds no such column to be written. */
    boolean write(String column, String value) {
        switch (column) {
            case "@email" -> email = value;
            case "@declaredId" -> declaredId = value;
            case "@blackList" -> optedOut = value.equals("1") || value.equals("true");
            case "@firstName", "@lastName", "@folder-id", "@id" -> {
                // Known to the schema, of no use here.
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    SeedRecipient asSeed() {
        return new SeedRecipient(
                id,
                email,
                declaredId,
                logs().stream().map(TrackingLog::sourceId).toList(),
                optedOut);
    }

    @Override
    public String column(String column) {
        return switch (column) {
            case "@id" -> id;
            case "@email" -> email;
            case "@declaredId" -> declaredId;
            case "@blackList" -> optedOut ? "1" : "0";
            case "@blackListEmail" -> "0";
            case "@folder-id" -> Folder.RECIPIENTS.id();
            default -> "";
        };
    }

    @Override
    public @Nullable Row link(String name) {
        return name.equals("folder") ? Folder.RECIPIENTS : null;
    }

    @Override
    public List<? extends Row> collection(String name) {
        return name.equals("trackingLog") ? logs() : List.of();
    }
}
