// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.SandboxList;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A list of recipients, kept in the relation table (type 0). Changed under the lock of {@link CampaignData} only. */
final class RecipientGroup implements Row {
    private final long number;
    private String name;
    private String label;
    private final Instant created;
    private Instant lastModified;
    private final NavigableSet<String> members = new TreeSet<>(Ids.ORDER);

    RecipientGroup(long number, String name, String label, Instant created) {
        this.number = number;
        this.name = name;
        this.label = label;
        this.created = created;
        this.lastModified = created;
    }

    long number() {
        return number;
    }

    String name() {
        return name;
    }

    NavigableSet<String> members() {
        return members;
    }

    void changed(Instant at) {
        lastModified = at;
    }

    boolean write(String column, String value) {
        switch (column) {
            case "@name" -> name = value;
            case "@label" -> label = value;
            case "@id", "@type", "@schema", "@folder-id", "@created", "@lastModified", "desc" -> {
                // Known to the schema, of no use here.
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    SandboxList asList() {
        return new SandboxList(Long.toString(number), name, label, List.copyOf(members));
    }

    @Override
    public String column(String column) {
        return switch (column) {
            case "@id" -> Long.toString(number);
            case "@name" -> name;
            case "@label" -> label;
            case "@type", "@deleteStatus", "@builtIn" -> "0";
            case "@schema" -> "nms:recipient";
            case "@folder-id" -> Folder.LISTS.id();
            case "@created" -> Texts.time(created);
            case "@lastModified" -> Texts.time(lastModified);
            default -> "";
        };
    }

    @Override
    public @Nullable Row link(String link) {
        return link.equals("folder") ? Folder.LISTS : null;
    }
}
