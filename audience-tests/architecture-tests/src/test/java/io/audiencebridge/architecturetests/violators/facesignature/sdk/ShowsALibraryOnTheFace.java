// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.facesignature.sdk;

import com.tngtech.archunit.core.domain.JavaClass;

public final class ShowsALibraryOnTheFace {
    public JavaClass library(JavaClass type) {
        return type;
    }
}
