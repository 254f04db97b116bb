// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.rest;

import java.util.List;

/** One of Platform's services. Called under the emulator's lock. */
@FunctionalInterface
public interface Service {
    /**
     * Answers a request.
     *
     * @param path the parts of the path behind the service's own
     * @throws Problem if it is refused
     */
    Reply answer(RestRequest request, List<String> path);
}
