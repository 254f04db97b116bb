// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.audiencebridge.architecturetests.violators.surface.adapter.campaign.NotWrittenDown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What users and authors may name: the face, and of an adapter its root package and its client package. Each type is a line in public-surface.txt. */
final class PublicSurfaceTest {

    private static final Path WRITTEN_DOWN = Path.of("public-surface.txt");

    @Test
    void the_public_surface_is_what_is_written_down() throws IOException {
        List<String> written = Files.readAllLines(WRITTEN_DOWN);

        assertThat(written).isSorted().doesNotHaveDuplicates();
        assertThat(surfaceOf(Product.CLASSES, DomainMap.PRODUCT)).containsExactlyElementsOf(written);
    }

    @Test
    void a_public_type_that_nobody_wrote_down_is_seen() {
        String root = "io.audiencebridge.architecturetests.violators.surface";
        JavaClasses classes = new ClassFileImporter().importPackages(root);

        assertThat(surfaceOf(classes, root)).containsExactly(NotWrittenDown.class.getName());
    }

    private static List<String> surfaceOf(JavaClasses classes, String root) {
        Pattern shown = Pattern.compile(Pattern.quote(root) + "\\.(sdk|springbootstarter|adapter\\.\\w+(\\.client)?)");
        return classes.stream()
                .filter(type -> shown.matcher(type.getPackageName()).matches())
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }
}
