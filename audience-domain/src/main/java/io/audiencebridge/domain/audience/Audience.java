// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.audience;

/** An audience of some system. */
public sealed interface Audience {
    /** What a picker shows. */
    AudienceDetails details();

    /** Its address. */
    default AudienceRef ref() {
        return details().ref();
    }

    /** Its title, for people. */
    default String title() {
        return details().title();
    }

    /** A list of recipients in Campaign ({@code nms:group}). */
    record RecipientList(AudienceDetails details) implements Audience {}

    /** A segment of Audience Manager, seen by every Experience Cloud solution. */
    record SharedAudience(AudienceDetails details) implements Audience {}

    /** A segment of Adobe Experience Platform. */
    record PlatformAudience(AudienceDetails details) implements Audience {}

    /** An audience of a system that somebody else's connector brings. */
    record ForeignAudience(AudienceDetails details) implements Audience {}
}
