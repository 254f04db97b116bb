// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.files.OutboundSettings;
import io.vavr.collection.Vector;
import java.util.OptionalLong;

/** From the connector's settings to those of one destination's files. */
final class Delivery {
    private Delivery() {}

    /** The files of {@code destination}: by its own settings, or else by those of the connection. */
    static OutboundSettings of(AudienceManagerSettings settings, OptionalLong destination) {
        return Vector.ofAll(settings.destinations())
                .find(own -> OptionalLong.of(own.id()).equals(destination))
                .map(Delivery::own)
                .getOrElse(() -> shared(settings));
    }

    /** The files of a destination without settings of its own. */
    static OutboundSettings shared(AudienceManagerSettings settings) {
        return OutboundSettings.builder()
                .prefix(settings.outboundPrefix())
                .names(settings.outboundNames())
                .rows(settings.outboundRows())
                .stampDigits(settings.outboundStampDigits())
                .headerLines(settings.outboundHeaderLines())
                .firstPartNumbered(settings.outboundFirstPartNumbered())
                .controlFileRequired(settings.outboundControlFileRequired())
                .firstIncrementIsFull(settings.outboundFirstIncrementIsFull())
                .every(settings.outboundEvery())
                .build();
    }

    /** The files of a destination with settings of its own. */
    static OutboundSettings own(DestinationSettings settings) {
        return OutboundSettings.builder()
                .prefix(settings.prefix())
                .names(settings.names())
                .rows(settings.rows())
                .stampDigits(settings.stampDigits())
                .headerLines(settings.headerLines())
                .firstPartNumbered(settings.firstPartNumbered())
                .controlFileRequired(settings.controlFileRequired())
                .firstIncrementIsFull(settings.firstIncrementIsFull())
                .every(settings.every())
                .build();
    }
}
