// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.Folder;
import io.audiencebridge.adapter.audiencemanager.client.FolderDraft;
import io.audiencebridge.adapter.audiencemanager.client.Folders;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.error.Incident;
import io.audiencebridge.domain.error.Violation;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/** One tree of folders, for whoever calls Audience Manager directly. */
final class FolderClient implements Folders {
    private static final Parameters WITH_SUB_FOLDERS = Parameters.NONE.with("includeSubFolders", "true");

    private final RestClient rest;
    private final String path;

    /** The folders of {@code content}, such as {@code traits}. */
    FolderClient(RestClient rest, String content) {
        this.rest = rest;
        this.path = "folders/" + content + "/";
    }

    @Override
    public Either<BridgeError, Folder> tree(CallOptions options) {
        Call call = options.begin();
        return at(0, call).flatMap(found -> found.toEither(() -> missing(0, call)));
    }

    @Override
    public Either<BridgeError, Option<Folder>> find(long id, CallOptions options) {
        return at(id, options.begin());
    }

    @Override
    public Either<BridgeError, Folder> create(FolderDraft draft, CallOptions options) {
        Call call = options.begin();
        return parent(draft, call).flatMap(parent -> created(draft, parent, call));
    }

    @Override
    public Either<BridgeError, Folder> ensure(FolderDraft draft, CallOptions options) {
        Call call = options.begin();
        return parent(draft, call)
                .flatMap(parent -> named(parent, draft.name())
                        .<Either<BridgeError, Folder>>map(Either::right)
                        .getOrElse(() -> Reuse.settled(
                                created(draft, parent, call),
                                () -> parent(draft, call).map(again -> named(again, draft.name())))));
    }

    @Override
    public Either<BridgeError, Folder> edit(long id, FolderDraft wanted, CallOptions options) {
        Call call = options.begin();
        if (id <= 0) {
            return Either.left(
                    BridgeError.InvalidRequest.of("folder", id + " cannot be changed; it is no folder's number"));
        }
        return sound(wanted)
                .flatMap(checked -> rest.find(path + id, Parameters.NONE, call))
                .flatMap(found -> found.toEither(() -> missing(id, call)))
                .flatMap(raw -> rest.replace(path + id, renamed(raw, wanted), call))
                .flatMap(done -> at(id, call))
                .flatMap(found -> found.toEither(() -> missing(id, call)));
    }

    @Override
    public Either<BridgeError, Boolean> delete(long id, CallOptions options) {
        return id > 0
                ? rest.delete(path + id, options.begin())
                : Either.left(
                        BridgeError.InvalidRequest.of("folder", id + " cannot be deleted; it is no folder's number"));
    }

    /** A folder with all folders below it. */
    Either<BridgeError, Option<Folder>> at(long id, Call call) {
        return rest.find(path + id, WITH_SUB_FOLDERS, call)
                .flatMap(found -> found.isEmpty()
                        ? Either.right(Option.none())
                        : FolderReader.read(found.get(), call).map(Option::some));
    }

    private Either<BridgeError, Folder> parent(FolderDraft draft, Call call) {
        return sound(draft)
                .flatMap(checked -> at(draft.parentId(), call))
                .flatMap(found -> found.toEither(() -> missing(draft.parentId(), call)));
    }

    private Either<BridgeError, Folder> created(FolderDraft draft, Folder parent, Call call) {
        if (FolderReader.depth(parent) >= DocumentedLimits.FOLDER_DEPTH) {
            return Either.left(BridgeError.InvalidRequest.of(
                    "parentId",
                    "folder " + parent.id() + " lies " + DocumentedLimits.FOLDER_DEPTH
                            + " deep, as deep as folders may; take one above it"));
        }
        return rest.create(path, body(draft), call).flatMap(answer -> FolderReader.read(answer, call));
    }

    private static Either<BridgeError, FolderDraft> sound(FolderDraft draft) {
        Vector<Violation> violations = DocumentedLimits.name(draft.name())
                .appendAll(DocumentedLimits.when(
                        draft.name().contains("/"), "name", "must hold no slash, which parts the names of a path"))
                .appendAll(DocumentedLimits.when(
                        draft.parentId() < 0, "parentId", draft.parentId() + " is no folder's number; 0 is the root"));
        return violations.isEmpty()
                ? Either.right(draft)
                : Either.left(new BridgeError.InvalidRequest(violations, Incident.local()));
    }

    private static Option<Folder> named(Folder parent, String name) {
        return Vector.ofAll(parent.subFolders()).find(folder -> folder.name().equals(name));
    }

    private static ObjectNode renamed(JsonNode raw, FolderDraft wanted) {
        ObjectNode whole = raw.deepCopy();
        whole.remove("subFolders");
        return whole.setAll(body(wanted));
    }

    private static ObjectNode body(FolderDraft draft) {
        return new Body()
                .number("parentFolderId", draft.parentId())
                .text("name", draft.name())
                .node();
    }

    private static BridgeError missing(long id, Call call) {
        return new BridgeError.NotFound(
                "There is no folder " + id
                        + " in Audience Manager, or its account may not see it; take the number from the tree",
                Incident.at(SystemId.AUDIENCE_MANAGER, call.correlationId()));
    }
}
