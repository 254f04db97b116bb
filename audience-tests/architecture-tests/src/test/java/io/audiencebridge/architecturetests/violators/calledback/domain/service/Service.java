// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.calledback.domain.service;

public final class Service {}
