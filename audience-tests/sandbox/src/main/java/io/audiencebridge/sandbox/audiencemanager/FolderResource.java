// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /folders/traits} and {@code /folders/segments}: a tree below folder 0. Source: audience-manager.md, section 2.7. */
final class FolderResource extends Resource {
    private static final int DEEPEST = 5;
    private static final Schema BODY = new Schema().texts("name").numbers("parentFolderId");

    private final Company company;
    private final Shelf content;
    private final String contentName;

    /** Folders for the objects of {@code content}, which the path calls so. */
    FolderResource(Company company, Shelf folders, Shelf content, String contentName) {
        super(folders);
        this.company = company;
        this.content = content;
        this.contentName = contentName;
    }

    @Override
    Optional<Answer> special(ApiRequest request, List<String> path) {
        if (path.size() == 2
                && path.get(1).equals(contentName)
                && request.method().equals("GET")) {
            return Optional.of(Listing.of(request, content(path.get(0)), item -> item));
        }
        if (path.equals(List.of("0")) && request.method().equals("GET")) {
            return Optional.of(Answer.ok(root()));
        }
        if (path.isEmpty() && request.method().equals("GET")) {
            return Optional.of(Answer.ok(JsonNodeFactory.instance.arrayNode().add(root())));
        }
        return Optional.empty();
    }

    /** What lies in a folder itself. */
    private Stream<ObjectNode> content(String folder) {
        return content.with("folderId", folder.equals("0") ? 0 : shelf().id(shelf().require(folder)));
    }

    private ObjectNode root() {
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("folderId", 0)
                .put("parentFolderId", 0)
                .put("name", "All")
                .put("path", "/")
                .put("pid", Company.PID);
        root.set("subFolders", below(0, "/"));
        return root;
    }

    private ArrayNode below(long parent, String path) {
        ArrayNode folders = JsonNodeFactory.instance.arrayNode();
        shelf().with("parentFolderId", parent).forEach(folder -> folders.add(tree(folder, path)));
        return folders;
    }

    private ObjectNode tree(ObjectNode folder, String parentPath) {
        String path = parentPath
                + (parentPath.endsWith("/") ? "" : "/")
                + folder.path("name").asText();
        ObjectNode view = folder.deepCopy().put("path", path);
        view.set("subFolders", below(shelf().id(folder), path));
        return view;
    }

    private String path(ObjectNode folder) {
        return shelf().find(folder.path("parentFolderId").asLong())
                .map(parent -> path(parent) + parent.path("name").asText() + "/")
                .orElse("/");
    }

    @Override
    ObjectNode shown(ApiRequest request, ObjectNode item) {
        return tree(item, path(item));
    }

    @Override
    ObjectNode create(JsonNode body) {
        Limits.check(shelf(), company.switches().traitFolderLimit());
        ObjectNode read = read(body);
        long depth = 1;
        for (long above = read.path("parentFolderId").asLong(); above != 0; above = parent(above)) {
            depth++;
        }
        if (depth > DEEPEST) {
            throw ApiError.conflict("Folders lie at most " + DEEPEST + " deep");
        }
        return company.add(shelf(), read);
    }

    @Override
    void replace(ObjectNode item, JsonNode body) {
        ObjectNode read = read(body);
        for (long above = read.path("parentFolderId").asLong(); above != 0; above = parent(above)) {
            if (above == shelf().id(item)) {
                throw ApiError.invalid("parentFolderId: a folder cannot lie in itself");
            }
        }
        item.setAll(read);
        company.touch(item);
    }

    private long parent(long folder) {
        return shelf().find(folder)
                .map(found -> found.path("parentFolderId").asLong())
                .orElse(0L);
    }

    private ObjectNode read(JsonNode body) {
        List<String> violations = new ArrayList<>();
        ObjectNode read = BODY.read(body, violations);
        Checks.required(read, violations, "name", "parentFolderId");
        Checks.exists(read, violations, "parentFolderId", shelf());
        Checks.refuse(violations);
        return read;
    }

    @Override
    void checkDeletable(ObjectNode item) {
        long id = shelf().id(item);
        if (shelf().with("parentFolderId", id).findAny().isPresent()
                || content.with("folderId", id).findAny().isPresent()) {
            throw ApiError.conflict("Folder " + id + " is not empty");
        }
    }
}
