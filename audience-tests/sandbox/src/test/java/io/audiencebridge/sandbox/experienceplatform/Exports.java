// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform;

import io.audiencebridge.sandbox.Hours;
import io.audiencebridge.sandbox.Sandbox;
import io.audiencebridge.sandbox.experienceplatform.exports.Destination;
import io.audiencebridge.sandbox.experienceplatform.exports.Target;
import io.audiencebridge.sandbox.experienceplatform.people.Profile;
import io.audiencebridge.sandbox.s3.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Three people, an audience of them, and what its exports wrote to the bucket. */
final class Exports {
    final Sandbox sandbox = Sandbox.builder().recipients(0).start();
    final SandboxExperiencePlatform platform = sandbox.experiencePlatformData();
    final String audience = platform.addAudience("VIP");

    Exports() {
        Hours.begin(sandbox, 9);
        platform.put(person("ann", "Ann", "Lee"), person("bob", "Bob", "Ray"), person("cid", "Cid", "Fox"));
    }

    static Profile person(String id, String first, String last) {
        return Profile.of(id).name(first, last).email(id + "@x.org");
    }

    Destination.Builder destination() {
        return Destination.named("Campaign")
                .to(Target.bucket("aep/campaign"))
                .column("person.name.firstName")
                .column("personalEmail.address")
                .column("segmentMembership.status");
    }

    List<String> keys() {
        return sandbox.objects().list(sandbox.platformBucket()).stream()
                .map(StoredObject::key)
                .toList();
    }

    byte[] bytes(String name) throws IOException {
        try (InputStream content = sandbox.objects().read(sandbox.platformBucket(), "aep/campaign/" + name)) {
            return content.readAllBytes();
        }
    }

    List<String> lines(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8).lines().toList();
    }

    /** Exports now and reads the first file without its header. */
    List<String> exported(String destination) throws IOException {
        List<String> lines =
                lines(platform.export(destination, audience).files().get(0).name());
        return lines.subList(1, lines.size());
    }
}
