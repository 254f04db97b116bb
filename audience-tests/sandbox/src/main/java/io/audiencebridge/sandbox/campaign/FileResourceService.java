// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

/** {@code xtk:fileRes}: makes an uploaded file public. Its record is written like any other. Source: campaign.md, section 3.7. */
final class FileResourceService {
    private static final String NAME = "xtk:fileRes";

    private final CampaignData data;
    private final StoredFiles files;

    FileResourceService(CampaignData data, StoredFiles files) {
        this.data = data;
        this.files = files;
    }

    void register(Services services) {
        services.named(NAME).on("PublishIfNeeded", this::publishIfNeeded).on("GetURL", this::url);
    }

    private String publishIfNeeded(SoapRequest request) {
        if (!files.publish(stored(request))) {
            throw SoapFault.inMethod("XFR-180000 The file of the resource has not been uploaded.");
        }
        return SoapAnswers.answer(NAME, "PublishIfNeeded", "");
    }

    private String url(SoapRequest request) {
        String url = "http://" + request.host() + StoredFiles.PUBLIC + stored(request);
        return SoapAnswers.answer(NAME, "GetURL", SoapAnswers.value("pUrl", "string", url));
    }

    /** Under which name the file of the resource's record is stored. */
    private String stored(SoapRequest request) {
        String name = request.document(0).getAttribute("internalName");
        Row resource = data.named(Schema.FILE_RESOURCE, name);
        if (resource == null) {
            throw SoapFault.noRecord(NAME);
        }
        return StoredFiles.stored(resource.column("@md5"), resource.column("@fileName"));
    }
}
