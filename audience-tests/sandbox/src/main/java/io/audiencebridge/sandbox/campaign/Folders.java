// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.Map;

/** The folders that every instance has. Source: campaign.md, sections 1.5 and 4; the numbers of the others are made up. */
final class Folders {
    static final String RECIPIENTS = "1186";
    static final String LISTS = "1199";
    static final String TECHNICAL_WORKFLOWS = "1204";
    static final String WORKFLOWS = "1205";

    private static final String ROOT = "1180";
    private static final String PRODUCTION = "1203";

    private Folders() {}

    static void fill(CampaignData data) {
        add(data, ROOT, "0", "nmsProfiles", "Profiles and Targets", "/Profiles and Targets/", "nmsFolder");
        add(
                data,
                RECIPIENTS,
                ROOT,
                "nmsRootRecipient",
                "Recipients",
                "/Profiles and Targets/Recipients/",
                "nmsRecipient");
        add(data, LISTS, ROOT, "nmsGroup", "Lists", "/Profiles and Targets/Lists/", "nmsGroup");
        add(data, PRODUCTION, "0", "xtkProduction", "Production", "/Administration/Production/", "xtkFolder");
        add(
                data,
                TECHNICAL_WORKFLOWS,
                PRODUCTION,
                "nmsTechnicalWorkflow",
                "Technical workflows",
                "/Administration/Production/Technical workflows/",
                "xtkWorkflow");
        add(data, WORKFLOWS, ROOT, "nmsWorkflow", "Targeting workflows", "/Profiles and Targets/Jobs/", "xtkWorkflow");
    }

    private static void add(CampaignData data, String... facts) {
        Entry folder = new Entry(Schema.FOLDER, Long.parseLong(facts[0]), data);
        Map.of("@parent-id", facts[1], "@name", facts[2], "@label", facts[3], "@fullName", facts[4], "@model", facts[5])
                .forEach(folder::set);
        data.put(folder);
    }

    /** The path by which people know a folder: its parent's and its own label. */
    static String fullName(Entry folder) {
        Row parent = folder.link("parent");
        return (parent == null ? "/" : parent.column("@fullName")) + folder.column("@label") + "/";
    }
}
