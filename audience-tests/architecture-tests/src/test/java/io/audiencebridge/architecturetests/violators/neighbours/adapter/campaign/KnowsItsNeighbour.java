// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.neighbours.adapter.campaign;

import io.audiencebridge.architecturetests.violators.neighbours.adapter.ims.Neighbour;

public final class KnowsItsNeighbour {
    Object neighbour = new Neighbour();
}
