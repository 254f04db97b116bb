// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import io.audiencebridge.sandbox.server.HttpCall;
import java.io.IOException;
import java.util.Map;

/** What the server answers beside the SOAP router. Source: campaign.md, section 2.12. */
final class Pages {
    private final Doorkeeper doorkeeper;
    private final StoredFiles files;
    private final Map<String, Page> free;
    private final Map<String, Page> guarded;

    /** Answers one address. */
    @FunctionalInterface
    interface Page {
        void answer(HttpCall call) throws IOException;
    }

    Pages(Doorkeeper doorkeeper, HealthPages health, StoredFiles files, WsdlPage wsdl) {
        this.doorkeeper = doorkeeper;
        this.files = files;
        free = Map.of("/r/test", health::redirection);
        guarded = Map.of(
                "/nl/jsp/ping.jsp", health::ping,
                "/nl/jsp/mcPing.jsp", health::messageCenterPing,
                "/nl/jsp/schemawsdl.jsp", wsdl::answer,
                "/nl/jsp/uploadFile.jsp", files::upload,
                "/nl/jsp/downloadFile.jsp", files::download);
    }

    void answer(HttpCall call) throws IOException {
        Page page = call.path().startsWith(StoredFiles.PUBLIC) ? files::serve : free.get(call.path());
        if (page != null) {
            page.answer(call);
            return;
        }
        page = guarded.get(call.path());
        if (page == null) {
            call.answer(404, CampaignEmulator.TEXT_TYPE, "Not found");
        } else if (doorkeeper.admits(SoapRequest.Credentials.of(call, ""))) {
            page.answer(call);
        } else {
            call.with("Location", "/nl/jsp/logon.jsp?target=" + call.path())
                    .answer(302, "text/html;charset=utf-8", "<html><body>Please log on.</body></html>");
        }
    }
}
