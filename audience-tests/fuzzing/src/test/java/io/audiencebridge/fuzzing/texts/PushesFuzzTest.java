// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.fuzzing.texts;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.audiencebridge.adapter.audiencemanager.client.PushAnswer;
import io.audiencebridge.adapter.audiencemanager.client.PushKey;
import io.audiencebridge.adapter.audiencemanager.client.PushMessage;
import io.audiencebridge.adapter.audiencemanager.client.PushReceiver;
import io.audiencebridge.adapter.audiencemanager.client.PushRequest;
import io.audiencebridge.adapter.audiencemanager.client.PushSettings;
import io.audiencebridge.domain.system.Secret;
import io.audiencebridge.fuzzing.Foreign;
import io.audiencebridge.fuzzing.Watched;
import java.util.List;
import java.util.Map;

/** What anybody may send to a receiver of pushes: a body, a signature, a length. */
class PushesFuzzTest {
    private static final PushReceiver RECEIVER = PushReceiver.of(
                    PushSettings.of(PushKey.sha1(Secret.of("a key")), PushKey.md5(Secret.of("another"))),
                    message -> {
                        throw new AssertionError("What nobody signed was handed on");
                    },
                    Runnable::run)
            .get();

    @FuzzTest
    void any_body_is_read_or_refused(byte[] input) {
        Foreign foreign = new Foreign(input).perhapsAmplified();
        Watched.reading(foreign.length(), () -> {
            byte[] body = foreign.bytes();
            PushMessage.parse(body).forEach(message -> {
                String unused = message.toString();
            });
            String text = foreign.latin();
            PushAnswer answer = RECEIVER.answer(PushRequest.of(
                    "POST", text, Map.of("X-Signature", List.of(text, text), "Content-Length", List.of(text)), body));
            if (answer.status() != 401 && answer.status() != 413) {
                throw new AssertionError("Answered " + answer);
            }
        });
    }
}
