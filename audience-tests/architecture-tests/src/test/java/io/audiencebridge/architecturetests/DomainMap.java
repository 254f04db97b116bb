// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/**
 * The packages of a domain, in layers from the ground up. A new package is one word in {@link #LAYERS}.
 *
 * <p>The map is drawn below any root, so that the rules can be asked of the product and of a violator alike.
 *
 * @param root the package that holds {@code domain}
 */
record DomainMap(String root) {

    static final String PRODUCT = "io.audiencebridge";

    static final String IDENTITY = "identity";
    static final String DATA_PLANE = "member";

    static final List<List<String>> LAYERS = List.of(
            List.of("system"),
            List.of("error"),
            List.of("call"),
            List.of(IDENTITY),
            List.of("audience", DATA_PLANE),
            List.of("reconcile"),
            List.of("sharing"),
            List.of("diagnosis"),
            List.of("usecase", "spi"),
            List.of("service"));

    static final int UNMAPPED = -1;

    static List<String> packages() {
        return LAYERS.stream().flatMap(List::stream).toList();
    }

    String domain() {
        return root + ".domain";
    }

    String everything() {
        return domain() + "..";
    }

    String face() {
        return root + ".sdk";
    }

    String adapters() {
        return root + ".adapter";
    }

    String sandbox() {
        return root + ".sandbox";
    }

    String observation() {
        return root + ".observation";
    }

    String starter() {
        return root + ".springbootstarter";
    }

    String within(String name) {
        return domain() + "." + name + "..";
    }

    boolean holds(JavaClass type) {
        return type.getPackageName().startsWith(domain() + ".");
    }

    /** The first package segment below the domain: {@code spi} for {@code ..domain.spi.engine}. */
    String partOf(JavaClass type) {
        return type.getPackageName().substring(domain().length() + 1).split("\\.", 2)[0];
    }

    /** How high a class stands, ground is 0; {@link #UNMAPPED} when its package is not on the map. */
    int levelOf(JavaClass type) {
        String part = partOf(type);
        for (int level = 0; level < LAYERS.size(); level++) {
            if (LAYERS.get(level).contains(part)) {
                return level;
            }
        }
        return UNMAPPED;
    }
}
