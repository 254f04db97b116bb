// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.ListEdit;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.Markup;
import io.audiencebridge.adapter.campaign.soap.MarkupWriter;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.control.Either;

/** Changes a list's record, members apart. Each change may be repeated. */
final class ListEditing {
    private final CampaignSoap soap;

    ListEditing(CampaignSoap soap) {
        this.soap = soap;
    }

    /**
     * Carries {@code edit} out.
     *
     * @param folderId the id of the folder that it names, or empty text
     */
    Either<BridgeError, Boolean> edit(CampaignList list, ListEdit edit, String folderId, Call call) {
        if (edit.label().filter(String::isBlank).isPresent()) {
            return Either.left(
                    BridgeError.InvalidRequest.of("label", "must not be blank; leave it out to keep the old one"));
        }
        return update(
                list,
                out -> {
                    edit.label().ifPresent(label -> out.attribute("label", label));
                    if (!folderId.isEmpty()) {
                        out.attribute(Folder.ATTRIBUTE, folderId);
                    }
                    edit.description().ifPresent(text -> out.text("desc", text));
                },
                call);
    }

    /** Writes what {@code content} does, attributes first, over the list's record. */
    Either<BridgeError, Boolean> update(CampaignList list, Markup content, Call call) {
        return soap.write(RecipientLists.SCHEMA, out -> write(list, content, out), true, call)
                .mapLeft(error -> error instanceof BridgeError.NotFound
                        ? new BridgeError.NotFound(
                                "List " + list.id() + " ('" + list.label()
                                        + "') was deleted meanwhile; browse the lists and choose another",
                                error.incident())
                        : error);
    }

    private static void write(CampaignList list, Markup content, MarkupWriter out) {
        out.open("group")
                .attribute("xtkschema", RecipientLists.SCHEMA)
                .attribute("_operation", "update")
                .attribute("_key", "@id")
                .attribute("id", list.id());
        content.write(out);
        out.close();
    }
}
