// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.experienceplatform.segmentation;

import io.audiencebridge.sandbox.experienceplatform.rest.Problem;

/** Refusals of segmentation. Source: experience-cloud.md, section 4.8. UNVERIFIED: the codes of all but external audiences. */
final class SegmentationErrors {
    private SegmentationErrors() {}

    static Problem invalid(String message) {
        return Problem.segmentation(400, "UPAPI-100000-400", message);
    }

    static Problem missing(String kind, String id) {
        return Problem.segmentation(404, "UPAPI-100000-404", kind + " " + id + " was not found");
    }

    static Problem withoutExternalSegments() {
        return Problem.segmentation(403, "UPAPI-113740-403", "The IMS Org is not enabled for External Segment.");
    }
}
