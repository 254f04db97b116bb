// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.files;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.audiencebridge.domain.spi.engine.StoredFile;
import io.audiencebridge.fuzzing.Foreign;
import io.audiencebridge.fuzzing.FuzzBridge;
import io.audiencebridge.fuzzing.Watched;

/** Templates of names and rows as somebody copied them from the console, with a name and a transfer-control file behind a line's end each. */
class OutboundTemplatesFuzzTest {
    private static final OutboundNames USUAL =
            OutboundNames.of(OutboundSettings.standard()).get();

    @FuzzTest
    void any_text_is_read_or_refused(byte[] input) {
        Foreign foreign = new Foreign(input).perhapsAmplified();
        String text = foreign.text();
        int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
        String first = text.substring(0, end);
        String rest = text.substring(Math.min(text.length(), end + 1));
        Watched.reading(foreign.length(), () -> {
            RowTemplate.of(text);
            RowTemplate.of(first);
            ControlFile.parse("x.info", foreign.bytes());
            USUAL.read(file(text));
            USUAL.root(first);
            OutboundNames.of(OutboundSettings.builder().names(first).build()).forEach(names -> {
                names.read(file(rest));
                names.root(rest);
            });
        });
    }

    private static StoredFile file(String name) {
        return StoredFile.builder()
                .name(name)
                .size(1)
                .modified(FuzzBridge.NOON)
                .contentTag("1")
                .build();
    }
}
