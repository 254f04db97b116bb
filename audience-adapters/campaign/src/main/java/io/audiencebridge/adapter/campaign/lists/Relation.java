// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.adapter.campaign.client.Condition;
import io.audiencebridge.adapter.campaign.client.Literal;
import io.audiencebridge.adapter.campaign.client.XPath;
import io.audiencebridge.adapter.campaign.soap.Keyset;
import java.util.ArrayList;
import java.util.List;

/** The relation of recipients and lists: one row a membership. Source: Campaign Classic, "Data model description". */
public final class Relation {
    /** Its schema. */
    public static final String SCHEMA = "nms:rcpGrpRel";

    /** The attribute that names the recipient. UNVERIFIED when writing; seen when reading. */
    public static final String RECIPIENT = "recipient-id";

    /** The recipient's link to it. */
    public static final XPath LINK = XPath.of("rcpGrpRel");

    /** The attribute that names the list. UNVERIFIED when writing; seen when reading. */
    static final String GROUP = "group-id";

    static final String ELEMENT = "rcpGrpRel";
    static final XPath RECIPIENT_PATH = XPath.of("@" + RECIPIENT);
    private static final XPath GROUP_PATH = XPath.of("@" + GROUP);

    /** UNVERIFIED: that a membership may be found by these two; they are the table's key in the data model. */
    static final String KEY = GROUP_PATH + "," + RECIPIENT_PATH;

    private Relation() {}

    /** Memberships of the list with that id. */
    public static Condition of(String listId) {
        return Condition.equal(GROUP_PATH, Keyset.literal(listId));
    }

    /** Whose id, at {@code path}, is one of those in the two arrays from {@code from} to {@code to}. */
    static Condition among(XPath path, long[] high, long[] low, int from, int to) {
        List<Literal> ids = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            ids.add(Keyset.literal(high[i], low[i]));
        }
        return Condition.in(path, ids);
    }
}
