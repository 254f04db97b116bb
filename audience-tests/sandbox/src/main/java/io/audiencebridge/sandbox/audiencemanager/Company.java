// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.SandboxClock;
import io.audiencebridge.sandbox.audiencemanager.profiles.Population;
import io.audiencebridge.sandbox.audiencemanager.profiles.Profiles;
import io.audiencebridge.sandbox.audiencemanager.profiles.Visits;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Everything the one company holds. Not thread-safe: whoever reads or writes it holds its lock, which is the object
 * itself.
 */
final class Company {
    /** The company's number. */
    static final long PID = 1194;

    /** The technical user in whose name the API acts. */
    static final long USER = 4711;

    private final SandboxClock clock;
    private Optional<Instant> running = Optional.empty();
    private final Numbers numbers = new Numbers();
    private final Shelf dataSources = new Shelf("Data source", "dataSourceId");
    private final Shelf traits = new Shelf("Trait", "sid");
    private final Shelf segments = new Shelf("Segment", "sid");
    private final Shelf traitFolders = new Shelf("Trait folder", "folderId");
    private final Shelf segmentFolders = new Shelf("Segment folder", "folderId");
    private final Shelf destinations = new Shelf("Destination", "destinationId");
    private final Shelf mappings = new Shelf("Mapping", "destinationMappingId");
    private final Shelf deletedMappings = new Shelf("Mapping", "destinationMappingId");
    private final Shelf derivedSignals = new Shelf("Derived signal", "derivedSignalId");
    private final Shelf traitTypes = new Shelf("Trait type", "pixelType");
    private final Switches switches = new Switches();
    private final Users users = new Users(this);
    private final RuleVersions ruleVersions = new RuleVersions();
    private final MailingLists mailingLists = new MailingLists();
    private final CompanyDefinitions definitions = new CompanyDefinitions(this);
    private final Profiles profiles = new Profiles(definitions, PID);
    private final Population population = new Population(definitions, profiles);
    private final Visits visits = new Visits(definitions, profiles, population);

    Company(SandboxClock clock) {
        this.clock = clock;
        reset();
    }

    /** Back to the data of the start. */
    void reset() {
        shelves().forEach(Shelf::clear);
        profiles.clear();
        population.clear();
        numbers.reset();
        switches.settings().reset();
        users.clear();
        ruleVersions.clear();
        mailingLists.clear();
        StartingData.fill(this);
    }

    private Stream<Shelf> shelves() {
        return Stream.of(
                dataSources,
                traits,
                segments,
                traitFolders,
                segmentFolders,
                destinations,
                mappings,
                deletedMappings,
                derivedSignals,
                traitTypes);
    }

    /** Gives a new object what the service sets, its number among it, and puts it on its shelf. */
    ObjectNode add(Shelf shelf, ObjectNode item) {
        long now = clock.millis();
        long id = item.path(shelf.key()).asLong(0);
        item.put(shelf.key(), id > 0 ? id : numbers.next(shelf));
        item.put("pid", PID)
                .put("createTime", now)
                .put("updateTime", now)
                .put("crUID", USER)
                .put("upUID", USER);
        shelf.put(item);
        return item;
    }

    /** Marks an object as changed now. */
    void touch(ObjectNode item) {
        item.put("updateTime", clock.millis()).put("upUID", USER);
    }

    /** The mappings of a destination. */
    Stream<ObjectNode> mappingsOf(long destination) {
        return mappings.with("destinationId", destination);
    }

    /** The data source that is a merge rule; empty if there is none of that number or it is an ordinary one. */
    Optional<ObjectNode> mergeRule(long dataSource) {
        return dataSources
                .find(dataSource)
                .filter(item -> item.path("type").asText().equals(StartingData.MERGE_RULE));
    }

    /** The time: the clock's, or while a run is caught up on, the one at which it fell due. */
    Instant now() {
        return running.orElseGet(clock::instant);
    }

    /** Does a run as at its own time. */
    Consumer<Instant> asAt(Runnable run) {
        return at -> {
            running = Optional.of(at);
            try {
                run.run();
            } finally {
                running = Optional.empty();
            }
        };
    }

    SandboxClock clock() {
        return clock;
    }

    Shelf dataSources() {
        return dataSources;
    }

    Shelf traits() {
        return traits;
    }

    Shelf segments() {
        return segments;
    }

    Shelf traitFolders() {
        return traitFolders;
    }

    Shelf segmentFolders() {
        return segmentFolders;
    }

    Shelf destinations() {
        return destinations;
    }

    Shelf mappings() {
        return mappings;
    }

    /** Mappings that were deleted, to be shown to those who ask for them. */
    Shelf deletedMappings() {
        return deletedMappings;
    }

    Shelf derivedSignals() {
        return derivedSignals;
    }

    Shelf traitTypes() {
        return traitTypes;
    }

    Switches switches() {
        return switches;
    }

    Users users() {
        return users;
    }

    RuleVersions ruleVersions() {
        return ruleVersions;
    }

    MailingLists mailingLists() {
        return mailingLists;
    }

    /** What profiles and files see of it. */
    CompanyDefinitions definitions() {
        return definitions;
    }

    Profiles profiles() {
        return profiles;
    }

    /** Profiles as data collection sees them. */
    Visits visits() {
        return visits;
    }

    Population population() {
        return population;
    }
}
