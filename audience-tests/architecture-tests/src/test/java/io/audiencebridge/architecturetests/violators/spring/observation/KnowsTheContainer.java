// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.spring.observation;

import org.springframework.Container;

public interface KnowsTheContainer {
    Container container();
}
