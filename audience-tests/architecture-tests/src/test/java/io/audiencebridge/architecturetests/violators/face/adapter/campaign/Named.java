// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.face.adapter.campaign;

public final class Named {}
