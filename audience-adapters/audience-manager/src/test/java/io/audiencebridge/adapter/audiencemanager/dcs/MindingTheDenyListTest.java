// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import static org.assertj.core.api.Assertions.assertThat;

import io.audiencebridge.adapter.audiencemanager.client.CallOptions;
import io.audiencebridge.adapter.audiencemanager.client.DataCollection;
import io.audiencebridge.adapter.audiencemanager.client.DeclaredId;
import io.audiencebridge.adapter.audiencemanager.client.EventAnswer;
import io.audiencebridge.adapter.audiencemanager.client.EventCall;
import io.audiencebridge.adapter.audiencemanager.client.OptOut;
import io.audiencebridge.domain.error.BridgeError;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MindingTheDenyListTest {
    private static final DeclaredId CRM = DeclaredId.of(813, "CRM1");
    private static final DeclaredId OTHER = DeclaredId.of(814, "other");
    private static final DeclaredId PHONE = DeclaredId.of(20914, "6d92078a-8246-4ba4-ae5b-76104861e7dc");
    private final DcsBench bench = new DcsBench();

    MindingTheDenyListTest() throws Exception {}

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {303, 306, 307})
    void a_blocked_id_is_never_sent_again(int code) {
        bench.answering(denying(code, ""), DcsBench.TAKEN);

        BridgeError first = bench.send(EventCall.builder().addDeclaredIds(CRM)).getLeft();
        BridgeError second = bench.send(EventCall.builder().addDeclaredIds(CRM).signal("c_a", "1"))
                .getLeft();
        BridgeError optOut =
                bench.client.optOut(OptOut.of(CRM), CallOptions.standard()).getLeft();

        assertThat(first).isInstanceOf(BridgeError.RejectedBySystem.class);
        assertThat(second.message())
                .startsWith("declaredIds[0]: Audience Manager has put this id on its deny list, for ever");
        assertThat(optOut).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(bench.api.requests()).hasSize(1);
    }

    @Test
    void an_id_that_the_answer_names_is_the_blocked_one() {
        bench.answering(denying(303, "Blocked declared id other"), DcsBench.TAKEN);

        EventAnswer.Taken first = bench.taken(EventCall.builder().addDeclaredIds(CRM, OTHER));
        BridgeError second =
                bench.send(EventCall.builder().addDeclaredIds(OTHER)).getLeft();
        var third = bench.send(EventCall.builder().addDeclaredIds(CRM, PHONE));

        assertThat(first.notices().map(notice -> notice.number())).containsExactly(303);
        assertThat(second.message()).contains("never use it again").doesNotContain("814");
        assertThat(third.isRight()).isTrue();
    }

    @Test
    void the_code_tells_a_device_from_a_person() {
        bench.answering(denying(306, ""), DcsBench.TAKEN);

        bench.send(EventCall.builder().addDeclaredIds(CRM, PHONE));
        BridgeError device =
                bench.send(EventCall.builder().addDeclaredIds(PHONE)).getLeft();
        var person = bench.send(EventCall.builder().addDeclaredIds(CRM, OTHER));

        assertThat(device).isInstanceOf(BridgeError.InvalidRequest.class);
        assertThat(person.isRight()).isTrue();
    }

    @Test
    void of_several_ids_each_is_sent_alone_until_an_answer_decides() {
        bench.answering(denying(303, ""), DcsBench.TAKEN, denying(303, ""), DcsBench.TAKEN);

        bench.send(EventCall.builder().addDeclaredIds(CRM, OTHER));
        BridgeError together =
                bench.send(EventCall.builder().addDeclaredIds(CRM, OTHER)).getLeft();
        var crmAlone = bench.send(EventCall.builder().addDeclaredIds(CRM));
        var otherAlone = bench.send(EventCall.builder().addDeclaredIds(OTHER));
        BridgeError otherAgain =
                bench.send(EventCall.builder().addDeclaredIds(OTHER)).getLeft();
        var crmWithAnother = bench.send(EventCall.builder().addDeclaredIds(CRM, PHONE));

        assertThat(together.message()).contains("declaredIds[0]", "declaredIds[1]", "send it alone");
        assertThat(crmAlone.isRight()).isTrue();
        assertThat(otherAlone.isLeft()).isTrue();
        assertThat(otherAgain.message()).contains("never use it again");
        assertThat(crmWithAnother.isRight()).isTrue();
    }

    @Test
    void memory_is_bounded() {
        DataCollection forgetful = bench.client(DcsBench.settings(bench.api.uri())
                .idInterval(Duration.ZERO)
                .rememberedIds(2)
                .build());
        bench.answering(denying(303, ""));

        for (String id : new String[] {"a", "b", "c"}) {
            forgetful.send(
                    EventCall.builder().addDeclaredIds(DeclaredId.of(813, id)).build(), CallOptions.standard());
        }
        BridgeError forgotten = again(forgetful, "a");
        BridgeError remembered = again(forgetful, "c");

        assertThat(forgotten).isInstanceOf(BridgeError.RejectedBySystem.class);
        assertThat(remembered).isInstanceOf(BridgeError.InvalidRequest.class);
    }

    private static BridgeError again(DataCollection client, String id) {
        return client.send(
                        EventCall.builder()
                                .addDeclaredIds(DeclaredId.of(813, id))
                                .build(),
                        CallOptions.standard())
                .getLeft();
    }

    private static String denying(int code, String words) {
        return DcsBench.TAKEN.replace("'tid'", "'errors':[{'code':" + code + ",'msg':'" + words + "'}],'tid'");
    }
}
