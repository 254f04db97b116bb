// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.audiencebridge.adapter.inmemory.InMemoryConnector;
import io.audiencebridge.adapter.inmemory.InMemoryRecipient;
import io.audiencebridge.domain.audience.AudienceQuery;
import io.audiencebridge.domain.audience.AudienceRef;
import io.audiencebridge.domain.error.BridgeError;
import io.audiencebridge.domain.identity.DataSource;
import io.audiencebridge.domain.identity.RecipientId;
import io.audiencebridge.domain.sharing.RunId;
import io.audiencebridge.domain.sharing.RunState;
import io.audiencebridge.domain.sharing.ShareRequest;
import io.audiencebridge.domain.system.ConnectionName;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BridgingInMemorySystemsTest {
    private static final ConnectionName CRM = new ConnectionName("crm");
    private static final ConnectionName CLOUD = new ConnectionName("cloud");

    @TempDir
    Path home;

    private final InMemoryConnector crm = InMemoryConnector.ofRecipients(CRM)
            .with(InMemoryRecipient.builder()
                    .id(RecipientId.of(1))
                    .addSourceIds("08382830887934830189014177072406221371")
                    .build());
    private final InMemoryConnector cloud = InMemoryConnector.ofKeys(CLOUD);
    private final AudienceRef gold = crm.list("Gold", RecipientId.of(1));

    @Test
    void a_later_bridge_on_the_same_home_knows_who_was_shared() {
        try (AudienceBridge bridge = bridge()) {
            assertThat(bridge.share(share()).state()).isEqualTo(RunState.DELIVERED);
        }

        try (AudienceBridge later = bridge()) {
            assertThat(later.share(share()).exported().orElseThrow().alreadyShared())
                    .isEqualTo(1);
        }
    }

    @Test
    void one_door_throws_what_the_other_answers() {
        try (AudienceBridge bridge = bridge()) {
            var nobody = new RunId("nobody");

            BridgeError answered = bridge.attempts().resume(nobody).getLeft();

            assertThatThrownBy(() -> bridge.resume(nobody))
                    .isInstanceOfSatisfying(
                            NotFoundException.class,
                            thrown -> assertThat(thrown.error()).isEqualTo(answered))
                    .hasMessage(answered.message());
        }
    }

    @Test
    void both_doors_offer_the_same_methods() {
        Set<String> throwing = methods(AudienceBridge.class);
        throwing.removeAll(Set.of("builder()", "attempts()", "close()", "close(Duration)"));

        assertThat(methods(Attempts.class)).isEqualTo(throwing).isNotEmpty();
    }

    @Test
    void audiences_can_be_browsed() {
        try (AudienceBridge bridge = bridge()) {
            var page = bridge.browse(
                    AudienceQuery.builder().connection(CRM).search("gol").build());

            assertThat(page.audiences().map(audience -> audience.title())).containsExactly("Gold");
        }
    }

    @Test
    void a_bridge_that_lacks_everything_is_told_everything_at_once() {
        assertThatThrownBy(() -> AudienceBridge.builder().build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("connect")
                .hasMessageContaining("home");
    }

    private AudienceBridge bridge() {
        return AudienceBridge.builder()
                .connect(CRM, crm)
                .connect(CLOUD, cloud)
                .home(home)
                .build();
    }

    private ShareRequest share() {
        return ShareRequest.builder()
                .list(gold)
                .to(CLOUD)
                .audience("Gold")
                .dataSource(DataSource.visitor(14016))
                .build();
    }

    private static Set<String> methods(Class<?> door) {
        return Arrays.stream(door.getDeclaredMethods())
                .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()))
                .map(BridgingInMemorySystemsTest::signature)
                .collect(Collectors.toSet());
    }

    private static String signature(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
