// SPDX-License-Identifier: Apache-2.0
/** Who a person is to which system: visitor ids, declared ids, data sources and the forms of a key. */
@NullMarked
package io.audiencebridge.domain.identity;

import org.jspecify.annotations.NullMarked;
