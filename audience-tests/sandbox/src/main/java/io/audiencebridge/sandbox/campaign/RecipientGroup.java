// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.SandboxList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A list of recipients. Its members stand in the relation table, or (type 1) in a table of its own. Changed under the lock of {@link CampaignData} only, and
 * every change of the members is told to whoever watches.
 */
final class RecipientGroup extends Entry {
    static final String OWN_TABLE = "1";

    private final NavigableSet<String> members = new TreeSet<>(Ids.ORDER);
    private final List<Watch> watches = new ArrayList<>();

    RecipientGroup(long number, CampaignData base) {
        super(Schema.GROUP, number, base);
    }

    String name() {
        return column("@name");
    }

    boolean hasOwnTable() {
        return is("@type", OWN_TABLE);
    }

    /** The members in the order of their ids, to read. */
    NavigableSet<String> members() {
        return Collections.unmodifiableNavigableSet(members);
    }

    boolean add(String recipientId) {
        boolean added = members.add(recipientId);
        if (added) {
            watches.forEach(watch -> watch.added(recipientId));
        }
        return added;
    }

    boolean remove(String recipientId) {
        boolean removed = members.remove(recipientId);
        if (removed) {
            watches.forEach(watch -> watch.removed(recipientId));
        }
        return removed;
    }

    /** Replaces all members in one step, as a workflow does inside a transaction. */
    void replace(Collection<String> recipientIds) {
        members.clear();
        members.addAll(recipientIds);
        watches.forEach(watch -> watch.replaced(members));
    }

    void watch(Watch watch) {
        watch.begin(members);
        watches.add(watch);
    }

    SandboxList asList() {
        return new SandboxList(Long.toString(number()), name(), column("@label"), List.copyOf(members));
    }

    @Override
    public String column(String column) {
        return column.equals("extension") && hasOwnTable() ? extension() : super.column(column);
    }

    /** The layout of the table, as recorded. Source: campaign.md, section 3.4. */
    private String extension() {
        String label = Texts.escaped(super.column("@label"));
        return "<extension label='" + label + "' mappingType='sql' name='query' namespace='temp'>"
                + "<element advanced='false' label='" + label + "' name='query' pkSequence='' sqltable='grp" + number()
                + "' unbound='false'><compute-string expr=''/>"
                + "<key internal='true' name='internal'><keyfield xpath='@id'/></key>"
                + "<attribute advanced='false' belongsTo='@id' label='Primary key' length='0' name='id' notNull='false'"
                + " sql='true' sqlname='iId' type='long' xml='false'/>"
                + "<element advanced='false' externalJoin='true' label='Targeting dimension' name='target' revLink=''"
                + " target='nms:recipient' type='link' unbound='false'><join xpath-dst='@id' xpath-src='@id'/></element>"
                + "</element></extension>";
    }
}
