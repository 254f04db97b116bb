// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.domain.service;

import io.audiencebridge.domain.diagnosis.DiagnosisRequest.Sharing;
import io.audiencebridge.domain.sharing.ImportRequest;
import io.audiencebridge.domain.sharing.ReceiveRequest;
import io.audiencebridge.domain.sharing.ShareRequest;

/** What is shared from where to where, for people. */
final class SharingSubject {
    private SharingSubject() {}

    static String of(Sharing sharing) {
        if (sharing instanceof Sharing.Export export) {
            return of(export.request());
        }
        return sharing instanceof Sharing.Import into ? of(into.request()) : of(((Sharing.Receive) sharing).request());
    }

    static String of(ShareRequest request) {
        return "List " + request.list() + " as audience '" + request.audience() + "' in " + request.to();
    }

    static String of(ImportRequest request) {
        return "Audience " + request.audience() + " into list '" + request.list() + "' in " + request.into();
    }

    static String of(ReceiveRequest request) {
        return "Audience " + request.audience() + " into list '" + request.list() + "' in " + request.into();
    }
}
