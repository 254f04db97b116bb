// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager;

import io.audiencebridge.adapter.audiencemanager.Looking.Told;
import io.audiencebridge.adapter.audiencemanager.client.DataSourceDraft;
import io.audiencebridge.adapter.audiencemanager.client.Destination;
import io.audiencebridge.adapter.audiencemanager.client.DestinationDraft;
import io.audiencebridge.adapter.audiencemanager.client.Mapping;
import io.audiencebridge.adapter.audiencemanager.client.Segment;
import io.audiencebridge.adapter.audiencemanager.client.Trait;
import io.audiencebridge.domain.diagnosis.Certainty;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** Looks at the destination through which members travel to Campaign, and at the segment's mapping to it. A share is refused when it names a destination that is none; the mapping it makes itself. */
final class DestinationLook {
    private static final String AREA = "destinations";

    private final Looking looking;
    private Option<Instant> created = Option.none();

    DestinationLook(Looking looking) {
        this.looking = looking;
    }

    /** When the destination was created, if that was seen. */
    Option<Instant> created() {
        return created;
    }

    void run(Option<AudienceLook.Seen> audience) {
        OptionalLong id = looking.dataSource().destinationId();
        if (id.isEmpty()) {
            unnamed();
            return;
        }
        looking.answer(
                        AREA,
                        AudienceManagerFacts.DESTINATION,
                        looking.company().destinations().find(id.getAsLong(), looking.call()))
                .forEach(found -> found.peek(there -> look(there, audience)).onEmpty(() -> missing(id.getAsLong())));
    }

    private void unnamed() {
        if (!looking.exports()) {
            looking.blocks(
                    AudienceManagerFacts.DESTINATION_ID,
                    Certainty.SEEN,
                    new Told(
                            "The data source names no destination",
                            "The destination that Adobe set up for Campaign",
                            "Give the data source's destinationId"));
        }
    }

    private void missing(long id) {
        looking.blocks(
                AudienceManagerFacts.DESTINATION,
                Certainty.SEEN,
                new Told(
                        "Audience Manager shows no destination " + id,
                        "The destination that Adobe set up for Campaign",
                        "Correct the data source's destinationId, or ask for the right to see it"));
    }

    private void look(Destination destination, Option<AudienceLook.Seen> audience) {
        created = Option.ofOptional(destination.created());
        String type = destination.type();
        if (type.isEmpty() || type.equals(DestinationDraft.FILES)) {
            looking.met(AudienceManagerFacts.DESTINATION_TYPE, "Destination " + destination.id() + " gets files");
        } else {
            looking.blocks(
                    AudienceManagerFacts.DESTINATION_TYPE,
                    Certainty.SEEN,
                    new Told(
                            "Destination " + destination.id() + " is of type " + type,
                            "Type " + DestinationDraft.FILES + ", which gets files",
                            "Give the destination that Adobe set up for Campaign"));
        }
        if (looking.exports()) {
            return;
        }
        active(destination);
        dates(destination);
        labels(destination, audience.flatMap(AudienceLook.Seen::trait));
        audience.flatMap(AudienceLook.Seen::segment).forEach(segment -> mapped(destination, segment));
    }

    private void active(Destination destination) {
        if (destination.active()) {
            looking.met(
                    AudienceManagerFacts.DESTINATION,
                    "Destination " + destination.id() + " is '" + destination.name() + "'");
            return;
        }
        looking.blocks(
                AudienceManagerFacts.DESTINATION,
                Certainty.SEEN,
                new Told(
                        "Destination " + destination.id() + " is not active",
                        "An active destination",
                        "Activate the destination in Audience Manager"));
    }

    private void dates(Destination destination) {
        boolean early = destination.startDate().filter(this::isAhead).isPresent();
        boolean over = destination.endDate().filter(this::isOver).isPresent();
        if (early || over) {
            looking.blocks(
                    AudienceManagerFacts.DESTINATION_DATES,
                    Certainty.SEEN,
                    new Told(
                            "Destination " + destination.id() + " delivers "
                                    + (early
                                            ? "from " + destination.startDate().get() + " on"
                                            : "until " + destination.endDate().get()),
                            "Dates that include today, " + today(),
                            "Change the destination's dates in Audience Manager"));
        }
    }

    /** A mapping may show the day before its first one, which makes it look earlier, never later. */
    private boolean isAhead(LocalDate first) {
        return first.isAfter(today());
    }

    private boolean isOver(LocalDate last) {
        return last.isBefore(today());
    }

    private LocalDate today() {
        return looking.now().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private void labels(Destination destination, Option<Trait> trait) {
        if (destination.exportLabels().isEmpty() || trait.isEmpty()) {
            return;
        }
        looking.answer(
                        "data sources",
                        AudienceManagerFacts.EXPORT_CONTROLS,
                        looking.company().dataSources().find(trait.get().dataSourceId(), looking.call()))
                .flatMap(found -> found)
                .map(DataSourceDraft::exportRestrictions)
                .map(controls -> Vector.ofAll(controls).filter(destination.exportLabels()::contains))
                .filter(Seq::nonEmpty)
                .forEach(meeting -> looking.blocks(
                        AudienceManagerFacts.EXPORT_CONTROLS,
                        Certainty.SEEN,
                        new Told(
                                "Data source " + trait.get().dataSourceId() + " forbids what destination "
                                        + destination.id() + " is labelled with: " + meeting.mkString(", "),
                                "No export control that meets a label of the destination",
                                "Lift the data source's export control, or the destination's label")));
    }

    private void mapped(Destination destination, Segment segment) {
        looking.answer(
                        AREA,
                        AudienceManagerFacts.MAPPING,
                        looking.company().destinations().mapping(destination.id(), segment.sid(), looking.call()))
                .forEach(found ->
                        found.peek(mapping -> mapping(mapping, segment)).onEmpty(() -> unmapped(destination, segment)));
    }

    private void unmapped(Destination destination, Segment segment) {
        looking.blocks(
                AudienceManagerFacts.MAPPING,
                Certainty.SEEN,
                new Told(
                        "Segment " + segment.sid() + " is not mapped to destination " + destination.id(),
                        "A mapping, without which its members are never delivered",
                        "Map the segment to the destination in Audience Manager and import after the next daily delivery"));
    }

    private void mapping(Mapping mapping, Segment segment) {
        if (!mapping.active() && segment.active()) {
            looking.blocks(
                    AudienceManagerFacts.MAPPING,
                    Certainty.SEEN,
                    new Told(
                            "The mapping of segment " + segment.sid() + " is paused",
                            "An active mapping",
                            "Activate the mapping in Audience Manager"));
            return;
        }
        looking.met(AudienceManagerFacts.MAPPING, "Segment " + segment.sid() + " is mapped");
        boolean early = mapping.startDate().filter(this::isAhead).isPresent();
        boolean over = mapping.endDate().filter(this::isOver).isPresent();
        if (!early && !over) {
            looking.met(AudienceManagerFacts.MAPPING_DATES, "Its dates include today");
            return;
        }
        looking.blocks(
                AudienceManagerFacts.MAPPING_DATES,
                Certainty.SEEN,
                new Told(
                        "Segment " + segment.sid() + " is mapped "
                                + (early
                                        ? "from " + mapping.startDate().get() + " on"
                                        : "until " + mapping.endDate().get()),
                        "Dates that include today, " + today(),
                        "Change the mapping's dates in Audience Manager"));
    }
}
