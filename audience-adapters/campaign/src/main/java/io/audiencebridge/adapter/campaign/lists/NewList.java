// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.adapter.campaign.client.CampaignList;
import io.audiencebridge.adapter.campaign.client.ListDraft;
import io.audiencebridge.adapter.campaign.soap.CampaignSoap;
import io.audiencebridge.adapter.campaign.soap.Keyset;
import io.audiencebridge.adapter.campaign.soap.MarkupWriter;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Creates lists. Storing a record answers nothing, so its id is fetched first: Campaign makes out a new record with id and name, which is then stored as an
 * insertion. The id is ours alone, so a repeated insertion cannot make a second list, and whoever lost the answer looks the id up.
 */
final class NewList {
    private static final String ELEMENT = "group";
    private static final HashSet<String> OURS = HashSet.of("xtkschema", "_operation", "_key", "label");
    private final CampaignSoap soap;
    private final RecipientLists lists;
    private final Option<String> usualFolder;

    NewList(CampaignSoap soap, RecipientLists lists, ListTuning tuning) {
        this.soap = soap;
        this.lists = lists;
        this.usualFolder = Option.ofOptional(tuning.folder());
    }

    /** A new, empty list. */
    Either<BridgeError, CampaignList> create(ListDraft draft, Call call) {
        return sound(draft)
                .flatMap(checked -> soap.newInstance(
                        RecipientLists.SCHEMA, out -> open(draft, out).close(), call))
                .flatMap(made -> store(made, draft, call));
    }

    private static Either<BridgeError, ListDraft> sound(ListDraft draft) {
        if (draft.label().isBlank()) {
            return Either.left(BridgeError.InvalidRequest.of("list", "A list needs a label; give one"));
        }
        return draft.name()
                        .filter(name -> !name.matches(RecipientLists.INTERNAL_NAME))
                        .isEmpty()
                ? Either.right(draft)
                : Either.left(
                        BridgeError.InvalidRequest.of(
                                "name",
                                "'" + draft.name().get()
                                        + "' is no internal name; use letters, digits and underscores, 64 at most, or leave it to Campaign"));
    }

    private Either<BridgeError, CampaignList> store(Map<String, String> made, ListDraft draft, Call call) {
        String id = made.getOrElse("id", "");
        if (RecipientId.parse(id).isLeft()) {
            return Either.left(new BridgeError.ProtocolBreach(
                    "Campaign made out a new list without an id; report it with the instance's build number",
                    Incident.at(SystemId.CAMPAIGN, call.correlationId())));
        }
        return soap.write(RecipientLists.SCHEMA, out -> entity(made, draft, out), true, call)
                .fold(refused -> settled(id, draft, refused, call), stored -> lists.find(id, id, call));
    }

    /** A refusal may follow an insertion that arrived although its answer was lost; the list is ours if it is there under our id. */
    private Either<BridgeError, CampaignList> settled(String id, ListDraft draft, BridgeError refused, Call call) {
        boolean open = refused instanceof BridgeError.OutcomeUnknown || refused instanceof BridgeError.Unavailable;
        if (!open && !(refused instanceof BridgeError.Conflict)) {
            return Either.left(refused);
        }
        Either<BridgeError, CampaignList> found = lists.find(id, id, call);
        if (found.isRight() && found.get().label().equals(draft.label())) {
            return found;
        }
        return Either.left(open ? unknown(id, draft, refused, found) : taken(draft, refused));
    }

    private static BridgeError unknown(
            String id, ListDraft draft, BridgeError lost, Either<BridgeError, CampaignList> found) {
        boolean looked = found.isRight() || found.getLeft() instanceof BridgeError.NotFound;
        return new BridgeError.OutcomeUnknown(
                "Campaign left the creation of list '" + draft.label() + "' without an answer, and it "
                        + (looked ? "is not there yet;" : "could not be looked for;")
                        + " look for the list with the id " + id + " before you create it again",
                lost.incident(),
                "list " + id);
    }

    private static BridgeError taken(ListDraft draft, BridgeError refused) {
        return draft.name()
                .<BridgeError>map(name -> new BridgeError.Conflict(
                        "A list has the internal name '" + name + "' already; find it by that name, or give another",
                        refused.incident()))
                .orElse(refused);
    }

    private void entity(Map<String, String> made, ListDraft draft, MarkupWriter out) {
        Option<String> folder = Option.ofOptional(draft.folder()).orElse(usualFolder);
        open(draft, out).attribute("_operation", "insert");
        made.filterKeys(name -> !isOurs(name, draft) && !(folder.isDefined() && name.equals(Folder.ATTRIBUTE)))
                .forEach(out::attribute);
        folder.filter(Keyset::isId).forEach(id -> out.attribute(Folder.ATTRIBUTE, id));
        draft.description().ifPresent(text -> out.text("desc", text));
        folder.filter(name -> !Keyset.isId(name)).forEach(name -> Folder.named(name, out));
        out.close();
    }

    private static boolean isOurs(String name, ListDraft draft) {
        return OURS.contains(name) || (name.equals("name") && draft.name().isPresent());
    }

    private static MarkupWriter open(ListDraft draft, MarkupWriter out) {
        out.open(ELEMENT).attribute("xtkschema", RecipientLists.SCHEMA).attribute("label", draft.label());
        draft.name().ifPresent(name -> out.attribute("name", name));
        return out;
    }
}
