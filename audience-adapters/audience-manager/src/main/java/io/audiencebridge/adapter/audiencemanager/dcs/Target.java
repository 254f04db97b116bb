// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.audiencemanager.dcs;

import java.net.URI;

/**
 * Where a call goes.
 *
 * @param base the address, possibly with a path before that of the call
 * @param host what the Host header says
 */
record Target(URI base, String host) {
    /** The address of a path, with its query if it has one. */
    URI at(String path) {
        return URI.create(base.toString().replaceAll("/+$", "") + path);
    }
}
