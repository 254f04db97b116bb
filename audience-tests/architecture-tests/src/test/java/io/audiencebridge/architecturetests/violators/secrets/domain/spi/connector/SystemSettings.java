// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.secrets.domain.spi.connector;

public interface SystemSettings {}
