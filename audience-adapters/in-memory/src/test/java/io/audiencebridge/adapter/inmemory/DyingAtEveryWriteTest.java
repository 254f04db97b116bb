// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.KeyContent;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.identity.ReconciliationKey.Declared;
import io.audiencebridge.domain.reconcile.PlainReconciler;
import io.audiencebridge.domain.service.Infrastructure;
import io.audiencebridge.domain.service.UseCases;
import io.audiencebridge.domain.sharing.Receipt;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.sharing.Route;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.sharing.SyncRequest;
import io.vavr.collection.HashMap;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run whose process dies before or after any write to journal, ledger, memberships or event states, and that another process resumes, ends as one that nobody disturbed. */
class DyingAtEveryWriteTest {
    private static final int MORE_THAN_ANY_RUN_HAS = 100;

    @ParameterizedTest
    @EnumSource
    void a_run_that_dies_at_any_write_ends_as_one_that_lives(Errand errand) {
        String undisturbed = new World(errand).toTheEnd(Life.unending());
        int deaths = 0;

        for (int moment = 0; moment < MORE_THAN_ANY_RUN_HAS; moment++) {
            World world = new World(errand);
            Life life = new Life(moment);
            try {
                world.toTheEnd(life);
            } catch (Life.Death death) {
                deaths++;
                assertThat(world.toTheEnd(Life.unending()))
                        .as("dead at " + moment)
                        .isEqualTo(undisturbed);
            }
        }

        assertThat(deaths).isBetween(8, MORE_THAN_ANY_RUN_HAS - 1);
    }

    /** What is done, and what is looked at afterwards. */
    enum Errand {
        IMPORT {
            @Override
            void prepare(World world) {
                world.everybodyIsShared();
                world.cloud.withDeliveries();
                world.cloud.deliverAll(world.gold());
                world.cloud.deliverChange(world.gold(), Set.of(World.visitor(4), "no key"), Set.of(World.visitor(1)));
            }

            @Override
            Either<BridgeError, Receipt> begin(World world, UseCases bridge) {
                return bridge.importSharedAudience()
                        .importAudience(
                                World.intoList(world.gold(), World.byVisitorId())
                                        .build(),
                                World.call());
            }
        },

        IMPORT_BY_LOAD {
            @Override
            void prepare(World world) {
                world.everybodyIsShared();
                world.crm.withWorkflows(world.cloud);
            }

            @Override
            Either<BridgeError, Receipt> begin(World world, UseCases bridge) {
                return bridge.importSharedAudience()
                        .importAudience(
                                World.intoList(world.gold(), World.byVisitorId())
                                        .build(),
                                World.call());
            }
        },

        IMPORT_BY_SYSTEM {
            @Override
            void prepare(World world) {
                world.everybodyIsShared();
                world.crm.withWorkflows(world.cloud);
            }

            @Override
            Either<BridgeError, Receipt> begin(World world, UseCases bridge) {
                return bridge.importSharedAudience()
                        .importAudience(
                                World.intoList(world.gold(), World.byVisitorId())
                                        .route(Route.SYSTEM)
                                        .build(),
                                World.call());
            }
        },

        SHARE {
            @Override
            void prepare(World world) {
                world.crm.list("Everybody", World.ids(1, 2, 3));
            }

            @Override
            Either<BridgeError, Receipt> begin(World world, UseCases bridge) {
                return bridge.shareRecipientList().share(world.shareOfEverybody(Route.BRIDGE), World.call());
            }
        },

        SHARE_BY_SYSTEM {
            @Override
            void prepare(World world) {
                world.crm.list("Everybody", World.ids(1, 2, 3));
                world.crm.withWorkflows(world.cloud);
            }

            @Override
            Either<BridgeError, Receipt> begin(World world, UseCases bridge) {
                return bridge.shareRecipientList().share(world.shareOfEverybody(Route.SYSTEM), World.call());
            }
        },

        RECEIVE {
            @Override
            void prepare(World world) {
                world.cloud.withExports();
                AudienceRef audience = world.cloud.audience("Gold");
                world.cloud.export(
                        audience,
                        new InMemoryExport("f1", true, world.now, List.of("p1@example.com", "no key"), List.of()));
                world.cloud.export(
                        audience,
                        new InMemoryExport(
                                "c1",
                                false,
                                world.now.plus(Duration.ofHours(1)),
                                List.of("p2@example.com", "p4@example.com"),
                                List.of("p1@example.com")));
            }

            @Override
            Either<BridgeError, Receipt> begin(World world, UseCases bridge) {
                return bridge.receivePlatformAudience()
                        .receive(
                                ReceiveRequest.builder()
                                        .audience(world.gold())
                                        .into(World.CRM)
                                        .list("Gold again")
                                        .trustFirstExport(true)
                                        .key(Declared.builder()
                                                .field("email")
                                                .content(KeyContent.EMAIL)
                                                .build())
                                        .build(),
                                World.call());
            }
        },

        SYNC {
            @Override
            void prepare(World world) {
                world.crm.list("Everybody", World.ids(1, 2, 3));
                world.cloud.withLinks(World.DECLARED.id(), World.byHashedEmail().id());
            }

            @Override
            Either<BridgeError, Receipt> begin(World world, UseCases bridge) {
                return bridge.syncDeclaredIds()
                        .sync(
                                SyncRequest.builder()
                                        .list(world.crm.named("Everybody").get())
                                        .to(World.CLOUD)
                                        .visitors(World.byVisitorId())
                                        .declared(World.DECLARED)
                                        .build(),
                                World.call());
            }
        };

        abstract void prepare(World world);

        abstract Either<BridgeError, Receipt> begin(World world, UseCases bridge);
    }

    /** Four people, a list that has to change, and what outlives a process. */
    static final class World extends InMemoryScenario {
        static final DataSource DECLARED = DataSource.builder()
                .id(14017)
                .key(Declared.builder().field("crm").build())
                .build();

        private static final int LOOKS = 10;

        private final Errand errand;
        private final InMemoryMemberships memberships = new InMemoryMemberships();
        private final InMemoryEventStates eventStates = new InMemoryEventStates();
        private final InMemoryJournal runs = new InMemoryJournal();

        World(Errand errand) {
            this.errand = errand;
            for (int id = 1; id <= 4; id++) {
                crm.with(InMemoryRecipient.builder()
                        .id(RecipientId.of(id))
                        .sourceIds(List.of(visitor(id)))
                        .fields(Map.of("email", "p" + id + "@example.com", "crm", "R" + id))
                        .build());
            }
            crm.list("Gold again", ids(1, 3));
            errand.prepare(this);
        }

        AudienceRef gold() {
            return cloud.named("Gold").get();
        }

        void everybodyIsShared() {
            shared(crm.list("Gold", ids(1, 2)), byVisitorId());
        }

        ShareRequest shareOfEverybody(Route route) {
            return ShareRequest.builder()
                    .from(share(crm.named("Everybody").get(), byVisitorId()))
                    .route(route)
                    .build();
        }

        /** Begins the errand, or goes on with the run that is written down; gives what is there at the end. */
        String toTheEnd(Life life) {
            UseCases living = living(life);
            Receipt receipt = runs.all().get().isEmpty()
                    ? errand.begin(this, living).get()
                    : resumed(living, runs.all().get().head().run());
            for (int look = 0; look < LOOKS && receipt.state().isWaiting(); look++) {
                crm.runWorkflows();
                receipt = resumed(living, receipt.run());
            }
            return receipt.state() + " " + receipt.exported() + receipt.imported() + receipt.membership()
                    + receipt.events() + receipt.synced() + receipt.workflow() + " "
                    + crm.recipientsIn(crm.named("Gold again").get()).stream()
                            .sorted()
                            .toList() + " "
                    + cloud.named("Gold").map(cloud::keysIn) + " runs "
                    + runs.all().get().size();
        }

        private static Receipt resumed(UseCases bridge, RunId run) {
            return bridge.resumeRun().resume(run, call()).get();
        }

        private UseCases living(Life life) {
            return new UseCases(
                    HashMap.of(CRM, crm, CLOUD, cloud),
                    Infrastructure.builder()
                            .journal(life.journal(runs))
                            .ledger(life.ledger(ledger))
                            .memberships(life.memberships(memberships))
                            .eventStates(life.eventStates(eventStates))
                            .engine(new PlainReconciler()::match)
                            .clock(() -> now)
                            .runIds(() -> new RunId("run"))
                            .build());
        }
    }
}
