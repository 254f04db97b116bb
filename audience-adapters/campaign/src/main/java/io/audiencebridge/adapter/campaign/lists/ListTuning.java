// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.lists;

import io.audiencebridge.adapter.campaign.client.AmcNames;
import java.util.Optional;

/**
 * What the connection's settings say about lists.
 *
 * @param pageSize rows a query at most
 * @param batchSize members written or removed by one call at most
 * @param folder where new lists go unless told otherwise; Campaign decides if empty
 * @param names how the instance names a list's binding
 */
public record ListTuning(int pageSize, int batchSize, Optional<String> folder, AmcNames names) {}
