// SPDX-License-Identifier: Apache-2.0
/** Campaign's workflows: commands that take effect on the virtual clock, the technical ones of the integration, and those that a customer built. */
@NullMarked
package io.audiencebridge.sandbox.campaign.workflow;

import org.jspecify.annotations.NullMarked;
