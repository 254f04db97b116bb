// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.fuzzing.texts;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.audiencebridge.adapter.audiencemanager.client.IdSyncFileName;
import io.audiencebridge.adapter.audiencemanager.client.InboundFileName;
import io.audiencebridge.adapter.experienceplatform.client.ExportAudience;
import io.audiencebridge.adapter.experienceplatform.client.FileNameTemplate;
import io.audiencebridge.fuzzing.Foreign;
import io.audiencebridge.fuzzing.FuzzBridge;
import io.audiencebridge.fuzzing.Watched;

/** Names of files that somebody else gave, and templates of names: up to the first line's end a template, behind it a name. */
class FileNamesFuzzTest {
    private static final ExportAudience AUDIENCE = ExportAudience.of("8a3dbd90-5a3f-4b9c-9d7b-0c2f0f6d6a11");
    private static final FileNameTemplate USUAL =
            FileNameTemplate.parse(FileNameTemplate.DEFAULT).get();

    @FuzzTest
    void any_name_is_read_or_refused(byte[] input) {
        Foreign foreign = new Foreign(input).perhapsAmplified();
        String text = foreign.text();
        Watched.reading(foreign.length(), () -> {
            InboundFileName.parse(text).forEach(name -> require(name.text().equals(text)));
            InboundFileName.parseLeniently(text).forEach(InboundFileName::owner);
            IdSyncFileName.parse(text).forEach(name -> require(name.text().equals(text)));
            USUAL.read(text);
            USUAL.read(text, "destination", AUDIENCE);
            templates(text);
        });
    }

    private static void templates(String text) {
        int end = text.indexOf('\n');
        String template = end < 0 ? text : text.substring(0, end);
        String name = end < 0 ? "" : text.substring(end + 1);
        FileNameTemplate.parse(template).forEach(parsed -> {
            parsed.read(name);
            parsed.read(parsed.name("destination", AUDIENCE, FuzzBridge.NOON));
        });
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError("A name that was read is written as another");
        }
    }
}
