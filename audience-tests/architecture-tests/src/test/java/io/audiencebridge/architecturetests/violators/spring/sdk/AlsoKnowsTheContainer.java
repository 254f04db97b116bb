// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.spring.sdk;

import org.springframework.Container;

public interface AlsoKnowsTheContainer {
    Container container();
}
