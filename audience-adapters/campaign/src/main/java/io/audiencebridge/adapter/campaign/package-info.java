// SPDX-License-Identifier: Apache-2.0
/** Adobe Campaign Classic v7 and v8: recipient lists, the recipients' keys and the lists' members, over SOAP. */
@NullMarked
package io.audiencebridge.adapter.campaign;

import org.jspecify.annotations.NullMarked;
