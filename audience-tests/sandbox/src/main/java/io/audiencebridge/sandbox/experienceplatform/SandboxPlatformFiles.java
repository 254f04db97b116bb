// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.experienceplatform.exports.Shipments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The files of Platform's exports: they arrive in time, or are held and arrive in any order, in part, twice or never. Names are without
 * their folders. Thread-safe.
 */
public final class SandboxPlatformFiles {
    private final Tenant tenant;

    SandboxPlatformFiles(Tenant tenant) {
        this.tenant = tenant;
    }

    /** Holds every file that is written from now on, manifests too. */
    public void hold() {
        tenant.act(() -> shipments().hold(true));
    }

    /** Lets all held files arrive in the order in which they were written, and holds none any more. */
    public void release() {
        tenant.act(() -> {
            shipments().hold(false);
            shipments().onTheWay().forEach(name -> shipments().deliver(name, tenant.now()));
        });
    }

    /** The names of the files that are written and have not arrived, in the order in which they are to arrive. */
    public List<String> onTheWay() {
        return tenant.with(() -> shipments().onTheWay());
    }

    /** The names of the files that arrived, oldest first, each once. */
    public List<String> arrived() {
        return tenant.with(() -> shipments().arrived());
    }

    /**
     * Lets files arrive now, in this order.
     *
     * @throws IllegalArgumentException if one is not on its way
     */
    public void deliver(String... names) {
        tenant.act(() -> List.of(names).forEach(name -> shipments().deliver(name, tenant.now())));
    }

    /** Lets the first bytes of a file arrive under its name; to deliver it later replaces them, to lose it leaves them. */
    public void deliverPart(String name, int bytes) {
        tenant.act(() -> written(name, () -> shipments().deliverPart(name, bytes)));
    }

    /**
     * Writes a file that arrived once more: the same content.
     *
     * @param as the name it gets now
     * @throws IllegalArgumentException if it never arrived
     */
    public void deliverAgain(String name, String as) {
        tenant.act(() -> written(name, () -> shipments().deliverAgain(name, as)));
    }

    /** Loses files that are on their way: they never arrive. */
    public void lose(String... names) {
        tenant.act(() -> List.of(names).forEach(name -> shipments().lose(name, tenant.now())));
    }

    /**
     * Turns a switch of the README's table of exports, until the next reset.
     *
     * @throws IllegalArgumentException if there is none of that name, or it cannot have that value
     */
    public void set(String name, String value) {
        apply(object().put(name, value));
    }

    /** Likewise. */
    public void set(String name, boolean value) {
        apply(object().put(name, value));
    }

    /** Likewise. */
    public void set(String name, long value) {
        apply(object().put(name, value));
    }

    private void apply(ObjectNode settings) {
        tenant.act(() -> tenant.exporter().settings().settings().apply(settings));
    }

    private Shipments shipments() {
        return tenant.exporter().shipments();
    }

    private static void written(String name, Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox could not write '" + name + "'", e);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
