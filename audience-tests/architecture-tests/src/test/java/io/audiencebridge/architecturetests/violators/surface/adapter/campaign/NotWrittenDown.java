// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.surface.adapter.campaign;

public final class NotWrittenDown {}
