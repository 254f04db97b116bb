// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.identity.Ecid;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.spi.connector.Connector;
import io.audiencebridge.domain.spi.connector.OptOutOrder;
import io.audiencebridge.domain.system.ConnectionName;
import io.audiencebridge.domain.system.SystemId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A system without any outside world. {@link #ofRecipients} keeps recipients and lists of them, as Campaign does; {@link #ofKeys} keeps audiences of
 * keys, as Audience Manager does. Safe for use by several threads.
 */
public final class InMemoryConnector implements Connector {
    private static final SystemId SYSTEM = new SystemId("in-memory");

    private final InMemoryWorld world;
    private final InMemoryWorkflows workflows = new InMemoryWorkflows();
    private final InMemoryDeliveries deliveries;
    private final InMemoryExports exports = new InMemoryExports();
    private final InMemoryReceipts receipts = new InMemoryReceipts();
    private InMemoryLinks links = new InMemoryLinks(Set.of());
    private InMemoryOptOuts optOuts = new InMemoryOptOuts(Set.of(), links);
    private Vector<Object> abilities;

    private InMemoryConnector(InMemoryWorld world, Vector<Object> abilities) {
        this.world = world;
        this.abilities = abilities;
        this.deliveries = new InMemoryDeliveries(world);
    }

    /** A system of recipients and lists, seen through the connection {@code name}. */
    public static InMemoryConnector ofRecipients(ConnectionName name) {
        InMemoryWorld world = new InMemoryWorld(name, true);
        InMemoryMembers members = new InMemoryMembers(world);
        return new InMemoryConnector(
                world,
                Vector.of(
                        new InMemoryCatalog(world),
                        members,
                        new InMemoryRehearsals(world),
                        new InMemoryKeys(world),
                        new InMemoryChanges(world),
                        new InMemoryLookups(world),
                        new InMemoryPreconditions(world)));
    }

    /** A system of audiences of keys, seen through the connection {@code name}. */
    public static InMemoryConnector ofKeys(ConnectionName name) {
        InMemoryWorld world = new InMemoryWorld(name, false);
        return new InMemoryConnector(
                world,
                Vector.of(
                        new InMemoryCatalog(world),
                        new InMemoryMembers(world),
                        new InMemoryRehearsals(world),
                        new InMemoryPopulations(world),
                        new InMemoryPreconditions(world)));
    }

    /**
     * Lets it work as a system with workflows of its own does: keys are extracted, differences of lists loaded, and audiences of {@code cloud} imported and
     * exported, all of it at {@link #runWorkflows()} only. Call it before the connector is used.
     */
    public InMemoryConnector withWorkflows(InMemoryConnector cloud) {
        abilities = abilities
                .append(new InMemoryExtracts(new InMemoryKeys(world), workflows))
                .append(new InMemoryLoader(world, workflows))
                .append(new InMemorySharing(world, cloud.world, workflows));
        return this;
    }

    /** Lets it tell members delivery by delivery, of {@link #deliverAll} and {@link #deliverChange}. Call it before the connector is used. */
    public InMemoryConnector withDeliveries() {
        abilities = abilities.append(deliveries);
        return this;
    }

    /** Delivers everybody who is in the audience now. */
    public void deliverAll(AudienceRef audience) {
        deliveries.all(audience);
    }

    /** Delivers a change of the audience; who is in it stays as it is. */
    public void deliverChange(AudienceRef audience, Set<String> entering, Set<String> leaving) {
        deliveries.change(audience, entering, leaving);
    }

    /** Says from now on that a delivery was due on {@code day} and did not come. */
    public void missDelivery(LocalDate day) {
        deliveries.miss(day);
    }

    /** Begins a delivery that never completes. */
    public void deliverHalf(AudienceRef audience) {
        deliveries.begin(audience);
    }

    /** Lets it tell members by exports, as Platform does. Call it before the connector is used. */
    public InMemoryConnector withExports() {
        abilities = abilities.append(exports);
        return this;
    }

    /** Makes an export of an audience; its members stay as they are. */
    public void export(AudienceRef audience, InMemoryExport export) {
        exports.add(audience, export);
    }

    /** Lets it say what it made of what was written: nothing before {@link #storeWritten} or {@link #refuseWritten}. Call it before the connector is used. */
    public InMemoryConnector withReceipts() {
        abilities = abilities.append(receipts);
        return this;
    }

    /** Says from now on that everything was stored but the rows rejected, by reason. */
    public void storeWritten(Map<String, Long> rejected) {
        receipts.stored(rejected);
    }

    /** Says from now on that everything was refused. */
    public void refuseWritten(String because) {
        receipts.refused(because);
    }

    /**
     * Lets it link visitors and map ids in bulk, as the ID service and Audience Manager do, with ids of the data sources of these numbers. A visitor is known, or named by
     * a cookie or a parameter {@code visitor=<38 digits>}. Call it before the connector is used.
     */
    public InMemoryConnector withLinks(long... dataSources) {
        links = new InMemoryLinks(LongStream.of(dataSources).boxed().collect(Collectors.toSet()));
        abilities = abilities.append(links).append(new InMemoryIdSyncs(links));
        return this;
    }

    /**
     * Lets it be told of opt-outs, in regions of these numbers. Whoever opted out is not linked any more, if {@link #withLinks} was called before. Call it before the connector
     * is used.
     */
    public InMemoryConnector withOptOuts(int... regions) {
        optOuts = new InMemoryOptOuts(IntStream.of(regions).boxed().collect(Collectors.toSet()), links);
        abilities = abilities.append(optOuts);
        return this;
    }

    /** The opt-outs that were taken in at least one region, in their order. */
    public List<OptOutOrder> optOuts() {
        return optOuts.all();
    }

    /** From now on the region takes no opt-out, or takes them again. */
    public void regionDown(int region, boolean isDown) {
        optOuts.isDown(region, isDown);
    }

    /** The links that were made and the ids that were mapped, in their order; a link that says the same as the one before stands once. */
    public List<InMemoryLink> links() {
        return links.all();
    }

    /** From now on the visitor must not be followed. */
    public void optOut(Ecid visitor) {
        links.optOut(visitor);
    }

    /** Lets members of its audiences expire. */
    public InMemoryConnector forgettingAfter(Duration time) {
        world.forgetAfter(time);
        return this;
    }

    /** Does what the workflows were asked for since the last time. */
    public void runWorkflows() {
        workflows.run();
    }

    /** Adds or replaces a recipient. */
    public InMemoryConnector with(InMemoryRecipient recipient) {
        world.put(recipient);
        return this;
    }

    /** A new list of the recipients named. */
    public AudienceRef list(String title, RecipientId... recipients) {
        InMemoryWorld.Members created = world.create(title);
        for (RecipientId recipient : recipients) {
            created.recipients().add(recipient);
        }
        return created.ref();
    }

    /** A new audience of the keys named. */
    public AudienceRef audience(String title, String... keys) {
        InMemoryWorld.Members created = world.create(title);
        created.keys().addAll(List.of(keys));
        return created.ref();
    }

    /** Makes these keys, and no others, the members of the audience. */
    public void put(AudienceRef audience, String... keys) {
        Set<String> members = world.audience(audience.id()).get().keys();
        members.clear();
        members.addAll(List.of(keys));
    }

    /** The recipients in the list now. */
    public Set<RecipientId> recipientsIn(AudienceRef list) {
        return Set.copyOf(world.audience(list.id()).get().recipients());
    }

    /** The keys in the audience now. */
    public Set<String> keysIn(AudienceRef audience) {
        return Set.copyOf(world.audience(audience.id()).get().keys());
    }

    /** The address of the audience of that title, if there is one. */
    public Option<AudienceRef> named(String title) {
        return world.titled(title).map(InMemoryWorld.Members::ref);
    }

    @Override
    public SystemId system() {
        return SYSTEM;
    }

    @Override
    public <A> Option<A> ability(Class<A> type) {
        return abilities.find(type::isInstance).map(type::cast);
    }

    @Override
    public void close() {
        // holds nothing outside the heap
    }
}
