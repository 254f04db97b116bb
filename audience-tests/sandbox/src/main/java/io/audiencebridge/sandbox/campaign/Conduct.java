// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.SandboxCampaignServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@link SandboxCampaignServer} has been told. Guarded by itself; a call may see a change while it runs. */
final class Conduct implements SandboxCampaignServer {
    private static final int FIRST_MODIFIED_ENTITIES = 804;

    private final Sessions sessions;
    private final SchemaDocuments schemas;
    private Release release = Release.FIRST;
    private ExpiryAnswer expiryAnswer = ExpiryAnswer.FAULT;
    private boolean showErrors = true;
    private boolean refuseZone;
    private boolean sessionTokenOnly;
    private boolean allowUserPassword;
    private boolean allowDebug = true;
    private EventQueue eventQueue = EventQueue.FIRST;
    private List<String> rights = Permissions.RIGHTS;
    private List<String> packages = Permissions.PACKAGES;

    /**
     * A version of the product.
     *
     * @param name such as {@code 7.3.4}
     * @param build such as 9364
     */
    record Release(String name, int build) {
        private static final Release FIRST = new Release("7.3.4", 9364);

        Release {
            if (!name.matches("\\d{1,2}\\.\\d{1,2}\\.\\d{1,2}") || build < 1) {
                throw new IllegalArgumentException(
                        "A release is three numbers and a build, like 7.3.4 and 9364, but got '" + name + "' and "
                                + build);
            }
        }

        String part(int index) {
            return name.split("\\.", -1)[index];
        }

        boolean tellsModifiedEntities() {
            return Integer.parseInt(part(0)) * 100 + Integer.parseInt(part(1)) >= FIRST_MODIFIED_ENTITIES;
        }
    }

    /** Events that wait, and how many may. */
    record EventQueue(int pending, int capacity) {
        private static final EventQueue FIRST = new EventQueue(7, 400);

        EventQueue {
            if (pending < 0 || capacity < 1) {
                throw new IllegalArgumentException(
                        "A queue needs pending >= 0 and capacity >= 1, but got " + pending + " and " + capacity);
            }
        }

        boolean isFull() {
            return pending >= capacity;
        }
    }

    Conduct(Sessions sessions, SchemaDocuments schemas) {
        this.sessions = sessions;
        this.schemas = schemas;
    }

    synchronized void reset() {
        release = Release.FIRST;
        expiryAnswer = ExpiryAnswer.FAULT;
        showErrors = true;
        refuseZone = false;
        sessionTokenOnly = false;
        allowUserPassword = false;
        allowDebug = true;
        eventQueue = EventQueue.FIRST;
        rights = Permissions.RIGHTS;
        packages = Permissions.PACKAGES;
        schemas.reset();
    }

    /** What {@code GET /settings} shows. */
    synchronized Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("release", release.name());
        state.put("build", release.build());
        state.put("expiry", expiryAnswer.name().toLowerCase(Locale.ROOT));
        state.put("showErrors", showErrors);
        state.put("refuseZone", refuseZone);
        state.put("sessionTokenOnly", sessionTokenOnly);
        state.put("allowUserPassword", allowUserPassword);
        state.put("allowDebug", allowDebug);
        state.put("queue", Map.of("pending", eventQueue.pending(), "capacity", eventQueue.capacity()));
        state.put("rights", rights);
        state.put("packages", packages);
        return state;
    }

    /** The name of a schema, if there is one of that name. */
    String known(String schema) {
        schemas.require(schema);
        return schema;
    }

    synchronized Release release() {
        return release;
    }

    synchronized ExpiryAnswer expiryAnswer() {
        return expiryAnswer;
    }

    synchronized boolean showErrors() {
        return showErrors;
    }

    synchronized boolean refuseZone() {
        return refuseZone;
    }

    synchronized boolean sessionTokenOnly() {
        return sessionTokenOnly;
    }

    synchronized boolean allowUserPassword() {
        return allowUserPassword;
    }

    synchronized boolean allowDebug() {
        return allowDebug;
    }

    synchronized EventQueue eventQueue() {
        return eventQueue;
    }

    @Override
    public void expireSessions() {
        sessions.clear();
    }

    @Override
    public synchronized void release(String name, int build) {
        release = new Release(name, build);
    }

    @Override
    public synchronized void answerExpiryWith(ExpiryAnswer shape) {
        expiryAnswer = shape;
    }

    @Override
    public synchronized void showErrors(boolean shown) {
        showErrors = shown;
    }

    @Override
    public synchronized void refuseZone(boolean refused) {
        refuseZone = refused;
    }

    @Override
    public synchronized void sessionTokenOnly(boolean enough) {
        sessionTokenOnly = enough;
    }

    @Override
    public synchronized void allowUserPassword(boolean allowed) {
        allowUserPassword = allowed;
    }

    @Override
    public synchronized void allowDebug(boolean allowed) {
        allowDebug = allowed;
    }

    @Override
    public synchronized void eventQueue(int pending, int capacity) {
        eventQueue = new EventQueue(pending, capacity);
    }

    synchronized List<String> rights() {
        return rights;
    }

    synchronized List<String> packages() {
        return packages;
    }

    @Override
    public synchronized void rights(List<String> held) {
        rights = List.copyOf(held);
    }

    @Override
    public synchronized void packages(List<String> installed) {
        packages = Permissions.sound(installed);
    }

    @Override
    public void schemaChanged(String schema) {
        schemas.change(schema);
    }
}
