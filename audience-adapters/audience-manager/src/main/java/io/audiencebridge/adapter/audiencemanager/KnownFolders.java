// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.client.Folder;
import io.audiencebridge.domain.call.Call;
import io.audiencebridge.domain.error.BridgeError;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The names of the folders that a segment lies in. The tree is asked for when a folder shows up that was not in it before. Safe for use by several threads. */
final class KnownFolders {
    private final Tree tree;
    private final Map<Long, Option<List<String>>> known = new ConcurrentHashMap<>();

    KnownFolders(Tree tree) {
        this.tree = tree;
    }

    /** From the outermost to the folder itself; none for one that may not be seen, and nothing in it for the root. */
    Either<BridgeError, Option<List<String>>> of(long id, Call call) {
        Option<List<String>> names = id == 0 ? Option.some(List.of()) : known.get(id);
        return names == null ? ask(id, call) : Either.right(names);
    }

    private Either<BridgeError, Option<List<String>>> ask(long id, Call call) {
        Either<BridgeError, Option<Folder>> root = tree.root(call);
        boolean isHidden = root.isLeft() && root.getLeft() instanceof BridgeError.AccessDenied;
        return (isHidden ? Either.<BridgeError, Option<Folder>>right(Option.none()) : root).map(found -> {
            found.forEach(folder -> learn(folder, Vector.empty()));
            return known.computeIfAbsent(id, unseen -> Option.none());
        });
    }

    private void learn(Folder folder, Vector<String> above) {
        Vector<String> names = folder.id() == 0 ? above : above.append(folder.name());
        known.put(folder.id(), Option.some(names.asJava()));
        folder.subFolders().forEach(below -> learn(below, names));
    }

    /** Reads all folders. */
    @FunctionalInterface
    interface Tree {
        /** The root with all folders below it. */
        Either<BridgeError, Option<Folder>> root(Call call);
    }
}
