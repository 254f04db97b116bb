// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

/** A folder of the explorer. */
record Folder(String id, String name, String label, String fullName, String model) implements Row {
    static final Folder RECIPIENTS =
            new Folder("1186", "nmsRootRecipient", "Recipients", "/Profiles and Targets/Recipients/", "nmsRecipient");
    static final Folder LISTS = new Folder("1199", "nmsGroup", "Lists", "/Profiles and Targets/Lists/", "nmsGroup");

    @Override
    public String column(String column) {
        return switch (column) {
            case "@id" -> id;
            case "@name" -> name;
            case "@label" -> label;
            case "@fullName" -> fullName;
            case "@model" -> model;
            default -> "";
        };
    }
}
