// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.factory.domain.spi.connector;

public interface SystemFactory {}
