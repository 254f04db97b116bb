// SPDX-License-Identifier: Apache-2.0
/** Driving ports: one interface, one method, one verb. */
@NullMarked
package io.audiencebridge.domain.usecase;

import org.jspecify.annotations.NullMarked;
