// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox;

import java.util.List;

/**
 * How the Campaign server behaves, where real servers differ or a test needs it to change. A reset brings the defaults back. Safe for use by several threads.
 * Source: campaign.md, sections 2.8 to 2.12.
 */
public interface SandboxCampaignServer {

    /** Ends every native session now. Bearer tokens live on; they end by their own time. */
    void expireSessions();

    /**
     * What the server says it is; {@code 7.3.4} and 9364 by default. {@code xtk:session#GetModifiedEntities} exists from 8.4 on.
     *
     * @param release three numbers with points between them
     * @param build the build number, which clients compare when they refresh their caches
     * @throws IllegalArgumentException if the release is no such text
     */
    void release(String release, int build);

    /** How a call is refused whose session has expired; {@link ExpiryAnswer#FAULT} by default. */
    void answerExpiryWith(ExpiryAnswer shape);

    /** Whether faults carry their details, as the security zone's {@code showErrors} says; they do by default. */
    void showErrors(boolean shown);

    /** Whether the caller's address is outside of every security zone, so that nobody is let in; it is not by default. */
    void refuseZone(boolean refused);

    /** Whether the session token alone is enough, as the security zone's {@code sessionTokenOnly} says; it is not by default. */
    void sessionTokenOnly(boolean enough);

    /** Whether {@code login/password} is taken as a session token, as the zone's {@code allowUserPassword} says; it is not by default. */
    void allowUserPassword(boolean allowed);

    /** Whether {@code /r/test} tells all about the server, as the zone's {@code allowDebug} says; it does by default. */
    void allowDebug(boolean allowed);

    /** The message centre's queue, as {@code mcPing.jsp} shows it; 7 of 400 by default. */
    void eventQueue(int pending, int capacity);

    /**
     * What the operator may do, as the session info tells it; {@code admin} alone by default. Without {@code admin} and {@code workflow} no workflow takes a command from it.
     */
    void rights(List<String> rights);

    /**
     * The packages that are installed, each {@code namespace:name}; {@code nms:campaign} and {@code nms:experienceCloud} by default. Without the second there is no schema
     * {@code nms:amcDataSource}.
     */
    void packages(List<String> packages);

    /** Changes a schema, so that clients that keep it have to ask for it again. */
    void schemaChanged(String schema);

    /** The shapes in which {@code XSV-350008} has been seen. */
    enum ExpiryAnswer {
        /** A SOAP fault with HTTP 200. */
        FAULT,
        /** HTTP 403 with plain text. */
        FORBIDDEN,
        /** HTTP 200 with plain text. */
        TEXT
    }
}
