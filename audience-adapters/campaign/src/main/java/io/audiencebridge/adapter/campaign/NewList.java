// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign;

import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.MarkupWriter;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import java.util.Optional;

/**
 * Creates lists. Storing a record answers nothing, so its id is fetched first: Campaign makes out a new record with id and name, which is then stored as an
 * insertion. That one must not run twice, so a lost answer is {@code OutcomeUnknown}.
 */
final class NewList {
    private static final String ELEMENT = "group";
    private static final HashSet<String> OURS = HashSet.of("xtkschema", "_operation", "_key", "label");
    private final CampaignSoap soap;
    private final Optional<String> folder;

    NewList(CampaignSoap soap, Optional<String> folder) {
        this.soap = soap;
        this.folder = folder;
    }

    /** The id of a new, empty list. */
    Either<BridgeError, String> create(String label, Call call) {
        return soap.newInstance(RecipientLists.SCHEMA, out -> open(label, out).close(), call)
                .flatMap(made -> store(made, label, call));
    }

    private Either<BridgeError, String> store(Map<String, String> made, String label, Call call) {
        String id = made.getOrElse("id", "");
        if (RecipientId.parse(id).isLeft()) {
            return Either.left(new BridgeError.ProtocolBreach(
                    "Campaign made out a new list without an id; report it with the instance's build number",
                    Incident.at(SystemId.CAMPAIGN, call.correlationId())));
        }
        return soap.write(RecipientLists.SCHEMA, out -> entity(made, label, out), false, call)
                .map(stored -> id);
    }

    private void entity(Map<String, String> made, String label, MarkupWriter out) {
        open(label, out).attribute("_operation", "insert");
        made.filterKeys(name -> !OURS.contains(name) && !(folder.isPresent() && name.equals("folder-id")))
                .forEach(out::attribute);
        folder.ifPresent(name -> out.open("folder")
                .attribute("_operation", "none")
                .attribute("name", name)
                .close());
        out.close();
    }

    private static MarkupWriter open(String label, MarkupWriter out) {
        return out.open(ELEMENT).attribute("xtkschema", RecipientLists.SCHEMA).attribute("label", label);
    }
}
