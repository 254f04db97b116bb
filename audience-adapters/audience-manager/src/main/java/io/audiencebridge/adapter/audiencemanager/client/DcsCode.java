// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.client;

import java.util.Arrays;

/**
 * What the data collection servers say about a call, with what became of it. Answers have status 200 all the same. Source: Audience Manager, "DCS error
 * codes, messages, and examples"; UNVERIFIED: effects of codes for which that page tells the trigger alone.
 */
public enum DcsCode {
    /** Unspecified. */
    UNSPECIFIED(0, Effect.WARNING, "Audience Manager names no reason"),
    /** The host's name has no configuration. */
    UNKNOWN_HOST(1, Effect.CALL_DROPPED, "no company is set up for this host; check the alias in the settings"),
    /** The organisation is unknown. */
    UNKNOWN_ORGANISATION(2, Effect.CALL_DROPPED, "the organisation's id is unknown here; check it"),
    /** Traits were not, or not fully, evaluated. */
    TRAITS_NOT_EVALUATED(10, Effect.WARNING, "traits were not fully evaluated; send the signals again later"),
    /** The Host header is missing. */
    NO_HOST(100, Effect.CALL_DROPPED, "the call had no Host header; report it"),
    /** The Experience Cloud id is none. */
    INVALID_ECID(101, Effect.ID_DROPPED, "the Experience Cloud id is not valid"),
    /** Audience Manager's id of the device is none. */
    INVALID_UUID(102, Effect.ID_DROPPED, "Audience Manager's id of the device is not valid"),
    /** No declared id is valid. */
    ALL_IDS_INVALID(104, Effect.ID_DROPPED, "none of the declared ids is valid"),
    /** The referer is not allowed. */
    REFERER_REFUSED(109, Effect.CALL_DROPPED, "the company does not allow calls from this referer"),
    /** The IMS token is not valid. */
    INVALID_TOKEN(111, Effect.CALL_DROPPED, "the token is not valid"),
    /** The person has opted out. */
    OPTED_OUT(171, Effect.OPTED_OUT, "the person has opted out"),
    /** The browser takes no third-party cookies. */
    COOKIES_BLOCKED(172, Effect.WARNING, "the browser takes no third-party cookies"),
    /** The person has opted out at the Network Advertising Initiative. */
    NAI_OPTED_OUT(173, Effect.OPTED_OUT, "the person has opted out at the Network Advertising Initiative"),
    /** The company blocks the country. */
    COUNTRY_BLOCKED(198, Effect.CALL_DROPPED, "the company blocks this country"),
    /** Audience Manager takes nothing from the country. */
    COUNTRY_REFUSED(199, Effect.CALL_DROPPED, "Audience Manager takes nothing from this country"),
    /** The profile cannot be read. */
    PROFILE_UNREADABLE(200, Effect.WARNING, "the profile could not be read for now"),
    /** The device's ids cannot be read. */
    DEVICE_IDS_UNREADABLE(201, Effect.WARNING, "the device's ids could not be read for now"),
    /** The related customer cannot be read. */
    CUSTOMER_UNREADABLE(202, Effect.WARNING, "the related customer could not be read for now"),
    /** The cluster of devices cannot be read. */
    CLUSTER_UNREADABLE(203, Effect.WARNING, "the cluster of devices could not be read for now"),
    /** On a migration, the primary profile cannot be read. */
    PRIMARY_UNREADABLE(204, Effect.WARNING, "the primary profile could not be read for now"),
    /** On a migration, one id's other id cannot be read. */
    MIGRATION_UNREADABLE(205, Effect.WARNING, "the migrated id could not be read for now"),
    /** A declared id is not valid. */
    INVALID_ID(
            300,
            Effect.ID_DROPPED,
            "a declared id is missing, blank, of a wrong form, blocked or of a foreign data source"),
    /** There are too many declared ids. */
    TOO_MANY_IDS(301, Effect.ID_DROPPED, "the call had too many declared ids"),
    /** The declared id's data source is another organisation's. */
    FOREIGN_ID(302, Effect.ID_DROPPED, "a declared id lies in a data source of another organisation"),
    /** The declared id is on the deny list, for ever. */
    BLOCKED_ID(303, Effect.ID_DROPPED, "a declared id is on the deny list, for ever; never use it again"),
    /** The data source is blocked. */
    BLOCKED_DATA_SOURCE(304, Effect.ID_DROPPED, "a data source is blocked"),
    /** The device's declared id is on the deny list, for ever. */
    BLOCKED_DEVICE(306, Effect.ID_DROPPED, "a device's id is on the deny list, for ever; never use it again"),
    /** The profile may not be read or written any more. */
    BLOCKED_PROFILE(307, Effect.ID_DROPPED, "a profile is on the deny list, for ever; never use its id again"),
    /** One id too many for a call. */
    DISCARDED_ID(309, Effect.ID_DROPPED, "a declared id beyond the limit of a call was discarded"),
    /** One id too many for a data source. */
    DISCARDED_IN_NAMESPACE(310, Effect.ID_DROPPED, "a declared id beyond the limit of its data source was discarded"),
    /** A parameter is wrongly encoded. */
    WRONG_ENCODING(311, Effect.CALL_DROPPED, "a parameter is wrongly percent-encoded; report it"),
    /** The advertising id is not valid. */
    INVALID_DEVICE_ID(312, Effect.ID_DROPPED, "an advertising id has not the form of its kind"),
    /** The consent platform's id is unknown. */
    UNKNOWN_CONSENT_PLATFORM(313, Effect.WARNING, "the consent platform is unknown; the consent string was ignored"),
    /** The consent platform's id was deleted. */
    DELETED_CONSENT_PLATFORM(314, Effect.WARNING, "the consent platform was deleted; the consent string was ignored"),
    /** There is no consent. */
    NO_CONSENT(315, Effect.OPTED_OUT, "the person gave no consent"),
    /** A number that no page lists; see {@link DcsNotice#number()}. */
    UNLISTED(-1, Effect.WARNING, "Audience Manager gave a code that its documentation does not list");

    private final int number;
    private final Effect effect;
    private final String meaning;

    DcsCode(int number, Effect effect, String meaning) {
        this.number = number;
        this.effect = effect;
        this.meaning = meaning;
    }

    /** The code with that number; {@link #UNLISTED} if there is none. */
    public static DcsCode of(int number) {
        return Arrays.stream(values())
                .filter(code -> code.number == number)
                .findFirst()
                .orElse(UNLISTED);
    }

    /** Its number; -1 of {@link #UNLISTED}. */
    public int number() {
        return number;
    }

    /** What became of the call. */
    public Effect effect() {
        return effect;
    }

    /** What it means, in words without anybody's id. */
    public String meaning() {
        return meaning;
    }

    /** Whether an id is on the deny list from now on, for ever. Source: Audience Manager, "ID monitoring and deny-listing". */
    public boolean denies() {
        return this == BLOCKED_ID || this == BLOCKED_DEVICE || this == BLOCKED_PROFILE;
    }

    /** What became of a call. */
    public enum Effect {
        /** Nothing of it was taken. */
        CALL_DROPPED,
        /** It was taken without the id that the code is about. */
        ID_DROPPED,
        /** It was taken. */
        WARNING,
        /** Nothing of it was taken, and nothing will be: the person does not want it. */
        OPTED_OUT
    }
}
