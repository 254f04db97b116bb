// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.audiencebridge.adapter.audiencemanager.client.Folder;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** Reads folders, those in them included. */
final class FolderReader {
    /** Deeper than any tree that Audience Manager allows; an answer that goes on is not followed. */
    private static final int DEEPEST = 50;

    private FolderReader() {}

    /** Some answers put the root into an array. */
    static Either<BridgeError, Folder> read(JsonNode answer, Call call) {
        return read(answer.isArray() && answer.size() == 1 ? answer.get(0) : answer, DEEPEST, call);
    }

    /** How many folders lie from the root to this one, itself included; 0 for the root and where the path is unknown. */
    static long depth(Folder folder) {
        return Vector.of(folder.path().split("/", -1)).count(name -> !name.isBlank());
    }

    private static Either<BridgeError, Folder> read(JsonNode node, int deepest, Call call) {
        Fields fields = new Fields(node);
        Vector<JsonNode> below = deepest == 0 ? Vector.empty() : Vector.ofAll(node.path("subFolders"));
        return fields.required("a folder", call, "folderId")
                .flatMap(id -> Either.sequenceRight(below.map(sub -> read(sub, deepest - 1, call)))
                        .map(folders -> Folder.builder()
                                .id(id)
                                .parentId(fields.number("parentFolderId").orElse(0))
                                .name(fields.text("name").orElse(""))
                                .path(fields.text("path").orElse(""))
                                .subFolders(folders)
                                .build()));
    }
}
