// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.client;

import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.member.KeySource;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Recipient lists: folders, lists, their members, and the shared audience that fills one. A list is named by its id or its internal name.
 *
 * <p>Left, wherever a list is named: {@code NotFound} when there is none, when it was deleted, also while the call was at work, or when the operator may not
 * see it; {@code InvalidRequest} for what can be neither an id nor a name, and for a list whose kind or state does not allow the call.
 *
 * <p>Who changes members writes in batches of the connection's {@code writeBatchSize}; a batch that Campaign refuses or leaves without an answer is repeated
 * in halves, and batches grow again slowly. Every batch may be repeated, so a change that failed in the middle is finished by the same change once more.
 * Progress is told in steps named {@code taking members}, {@code reading members}, {@code adding members} and {@code removing members}, in recipients. An id
 * of a recipient never stands in an error.
 *
 * <p>Blocks; safe for use by several threads, but two changes of one list at the same time undo each other. Source: Campaign Classic, "Data oriented APIs",
 * "Lists".
 */
public interface CampaignLists {
    /** Every folder of lists that the operator may see, each after the one above it, siblings by their paths. */
    Either<BridgeError, Seq<ListFolder>> folders(CallOptions options);

    /** A page of lists, newest first. Left: {@code NotFound} when the folder is not there. */
    Either<BridgeError, ListPage> browse(ListQuery query, CallOptions options);

    /** One list with its size, also one that was deleted and waits for the clean-up. */
    Either<BridgeError, CampaignList> find(String list, CallOptions options);

    /**
     * A new, empty list. Its id is known before it is stored, so that a lost answer is settled by looking the id up, never by guessing.
     * Left: {@code Conflict} when a list has the draft's internal name already, {@code NotFound} when there is no such folder.
     */
    Either<BridgeError, CampaignList> create(ListDraft draft, CallOptions options);

    /** Renames, describes or moves a list. Right: as it is now. */
    Either<BridgeError, CampaignList> edit(String list, ListEdit edit, CallOptions options);

    /** Who is in a list, page by page, without keys, in the order of their ids. The reader closes it; the options' time covers all of the reading. */
    Either<BridgeError, KeySource> members(String list, CallOptions options);

    /** Puts the recipients of all rows into a list; who is in it already stays. Reads and closes {@code members}; memory does not grow with them. */
    Either<BridgeError, MembershipReport> add(String list, KeySource members, CallOptions options);

    /** Takes the recipients of all rows out of a list; who is not in it is no error. Reads and closes {@code members}; memory does not grow with them. */
    Either<BridgeError, MembershipReport> remove(String list, KeySource members, CallOptions options);

    /**
     * Makes the recipients of all rows the members of a list, by the difference and without a hole: {@code members} is read to its end and closed first, then
     * who is new is added, then who is not named is removed, so that whoever was in and stays is never missing. Takes as many write calls as the difference
     * needs and as many read calls as the list has pages; some 16 bytes a member of memory.
     *
     * <p>Left: {@code InvalidRequest} when {@code members} has no row, see {@link #empty}.
     */
    Either<BridgeError, MembershipReport> replace(String list, KeySource members, CallOptions options);

    /** Takes everybody out of a list. */
    Either<BridgeError, MembershipReport> empty(String list, CallOptions options);

    /** The audience that fills a list; none if the list is not bound to one. */
    Either<BridgeError, Option<ListBinding>> binding(String list, CallOptions options);

    /**
     * Binds a list to a shared audience, as Campaign's console does: its own technical workflow replaces the members from then on (SEMANTICS S12). Binding it
     * again to the same audience is no error. Left: {@code Conflict} when it is bound to another one.
     */
    Either<BridgeError, CampaignList> bind(String list, ListBinding binding, CallOptions options);

    /** Ends a binding; the members stay. One that is not bound is no error. */
    Either<BridgeError, CampaignList> unbind(String list, CallOptions options);
}
