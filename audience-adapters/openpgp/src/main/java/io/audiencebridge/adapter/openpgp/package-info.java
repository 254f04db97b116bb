// SPDX-License-Identifier: Apache-2.0
/** Files in OpenPGP, RFC 4880 and RFC 9580. */
@NullMarked
package io.audiencebridge.adapter.openpgp;

import org.jspecify.annotations.NullMarked;
