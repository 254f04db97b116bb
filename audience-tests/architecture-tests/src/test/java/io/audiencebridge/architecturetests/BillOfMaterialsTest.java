// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who imports the bill of materials gets the version of everything of ours. */
final class BillOfMaterialsTest {
    private static final Path ROOT = Path.of("../..");

    @Test
    void every_published_artifact_is_in_the_bill_of_materials_and_nothing_else() {
        assertThat(Reactor.published(ROOT)).contains("audience-sdk", "audience-contract-kit", "audience-sandbox");
        assertThat(Reactor.managed(ROOT.resolve("audience-sdk/bom")))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Reactor.published(ROOT));
    }

    /** As Maven Central does; that the published POMs hold it is seen when a release is rehearsed. */
    @Test
    void every_published_pom_says_what_a_public_repository_asks_for() {
        assertThat(Reactor.unsaid(ROOT)).isEmpty();
    }

    @Test
    void what_a_pom_leaves_unsaid_is_seen(@TempDir Path folder) throws IOException {
        pom(
                folder,
                "<artifactId>above</artifactId><packaging>pom</packaging><url>u</url><licenses/><developers/>"
                        + "<modules><module>whole</module><module>bare</module></modules>");
        pom(folder.resolve("whole"), "<artifactId>whole</artifactId><name>n</name><description>d</description><scm/>");
        pom(folder.resolve("bare"), "<artifactId>bare</artifactId><packaging>pom</packaging><name>n</name>");

        assertThat(Reactor.unsaid(folder)).containsExactly("bare: description", "bare: scm");
    }

    @Test
    void a_new_module_is_published_unless_it_says_no(@TempDir Path folder) throws IOException {
        pom(
                folder,
                "<packaging>pom</packaging><modules><module>new</module><module>tests</module></modules>"
                        + "<profiles><profile><modules><module>late</module></modules></profile></profiles>");
        pom(folder.resolve("new"), "<artifactId>new</artifactId>");
        pom(folder.resolve("late"), "<artifactId>late</artifactId>");
        pom(
                folder.resolve("tests"),
                "<packaging>pom</packaging><modules><module>proof</module><module>kit</module></modules>"
                        + "<properties><maven.deploy.skip>true</maven.deploy.skip></properties>");
        pom(folder.resolve("tests/proof"), "<artifactId>proof</artifactId>");
        pom(
                folder.resolve("tests/kit"),
                "<artifactId>kit</artifactId><properties><maven.deploy.skip>false</maven.deploy.skip></properties>");

        assertThat(Reactor.published(folder)).containsExactly("kit", "late", "new");
    }

    private static void pom(Path folder, String content) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("pom.xml"), "<project>" + content + "</project>");
    }
}
