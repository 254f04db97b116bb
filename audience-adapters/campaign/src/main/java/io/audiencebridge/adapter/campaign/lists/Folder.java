// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.adapter.campaign.soap.MarkupWriter;

/** The folder of a list, as a list's record names it when it is written. */
final class Folder {
    /** By the folder's id. */
    static final String ATTRIBUTE = "folder-id";

    private Folder() {}

    /** By its internal name: a link that Campaign resolves and that writes nothing of the folder itself. */
    static void named(String name, MarkupWriter out) {
        out.open("folder")
                .attribute("_operation", "none")
                .attribute("name", name)
                .close();
    }
}
