// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.architecturetests.violators.neighbours.adapter.ims;

public final class Neighbour {}
