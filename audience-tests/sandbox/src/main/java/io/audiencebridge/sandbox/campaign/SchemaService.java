// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import org.w3c.dom.Element;

/** Hands out schemas, and says which ones changed. Source: campaign.md, sections 3.6 and 5.0. */
final class SchemaService {
    private static final String SCHEMA = "xtk:schema";
    private static final String OPTION = "xtk:option";
    private static final String ANSWERS_AS = "wpp:default";

    private final SchemaDocuments schemas;
    private final CampaignData data;
    private final Conduct conduct;
    private final InstantSource clock;

    SchemaService(SchemaDocuments schemas, CampaignData data, Conduct conduct, InstantSource clock) {
        this.schemas = schemas;
        this.data = data;
        this.conduct = conduct;
        this.clock = clock;
    }

    void register(Services services) {
        // Anonymous: a client without a session asks for the schema of xtk:session before it calls GetServerTime.
        services.named(PersistService.INTERFACE)
                .on("GetEntityIfMoreRecent", Services.Access.ANONYMOUS, this::entityIfMoreRecent);
        services.named(SessionService.NAME).on("GetModifiedEntities", this::modifiedEntities);
    }

    /** The schema; nothing if the caller has that very one, or if there is none and it need not exist. */
    private String entityIfMoreRecent(SoapRequest request) {
        String[] key = request.text(0).strip().split("\\|", -1);
        String name = key.length == 3 ? key[1] + ":" + key[2] : key[key.length - 1];
        SchemaDocuments.Document document = key[0].equals(SCHEMA) && key.length > 1 ? schemas.named(name) : null;
        if (document == null && isTrue(request.text(2))) {
            throw SoapFault.noSchema(name);
        }
        String xml = document == null || document.md5().equals(request.text(1).strip()) ? "" : document.xml();
        return SoapAnswers.answer(ANSWERS_AS, "GetEntityIfMoreRecent", SoapAnswers.element("pdomDoc", xml));
    }

    private static boolean isTrue(String text) {
        return text.strip().equals("true") || text.strip().equals("1");
    }

    /** Since 8.4: what changed since the caller last asked. A caller that knew another build is told to forget everything. */
    private String modifiedEntities(SoapRequest request) {
        Conduct.Release release = conduct.release();
        if (!release.tellsModifiedEntities()) {
            throw SoapFault.undefinedMethod(SessionService.NAME, request.method());
        }
        Element asked = request.document(0);
        String build = Integer.toString(release.build());
        String since = asked.getAttribute("lastModified");
        String head = "<cache buildNumber='" + build + "' time='" + clock.instant() + "'";
        String cache;
        if (since.isEmpty()) {
            cache = head + "/>";
        } else if (!asked.getAttribute("buildNumber").equals(build)) {
            cache = head + " emptyCache='true'/>";
        } else {
            cache = head + ">" + changes(asked, time(since)) + "</cache>";
        }
        return SoapAnswers.answer(
                SessionService.NAME, "GetModifiedEntities", SoapAnswers.element("pdomDirtyEntities", cache));
    }

    private String changes(Element asked, Instant since) {
        StringBuilder out = new StringBuilder();
        if (Dom.child(asked, "schema") != null) {
            schemas.changedSince(since)
                    .forEach((name, document) ->
                            out.append(entity(SCHEMA, name, Texts.time(document.changed()), document.md5())));
        }
        if (Dom.child(asked, "option") != null) {
            // Times are written so that their texts sort as they do.
            String from = Texts.time(since);
            data.entries(Schema.OPTION).stream()
                    .filter(option -> option.column("@lastModified").compareTo(from) >= 0)
                    .forEach(option -> out.append(
                            entity(OPTION, option.column("@name"), option.column("@lastModified"), digest(option))));
        }
        return out.toString();
    }

    private static String digest(Row option) {
        return SchemaDocuments.md5(String.join("|", OptionValue.of(option).text(), option.column("@dataType")));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw SoapFault.unreadable("lastModified: " + text);
        }
    }

    private static String entity(String kind, String name, String changed, String md5) {
        return "<entityCache lastModified='" + changed + "' md5='" + md5 + "' pk='" + kind + "|" + Texts.escaped(name)
                + "' schema='" + kind + "'/>";
    }
}
