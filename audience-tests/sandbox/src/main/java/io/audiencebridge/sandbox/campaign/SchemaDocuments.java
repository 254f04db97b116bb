// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.Map;

/** The schema documents that Adobe's JavaScript client asks for before it calls a method. Source: campaign.md, section 5.9. */
final class SchemaDocuments {
    private static final String SESSION = """
            <schema namespace='xtk' name='session' implements='xtk:persist' xtkschema='xtk:schema'>
            <interface name='persist'>
            <method name='Write' static='true'><parameters><param name='doc' type='DOMDocument'/></parameters></method>
            <method name='WriteCollection' static='true'><parameters><param name='doc' type='DOMDocument'/></parameters></method>
            <method name='DeleteCollection' static='true'><parameters><param name='schema' type='string'/>
            <param name='where' type='DOMElement'/><param name='ignoreDeleteStatus' type='boolean'/></parameters></method>
            <method name='NewInstance'/>
            <method name='GetEntityIfMoreRecent' static='true'><parameters><param name='pk' type='primarykey'/>
            <param name='md5' type='string'/><param name='mustExist' type='boolean'/>
            <param name='doc' type='DOMElement' inout='out'/></parameters></method>
            </interface>
            <element name='sessionInfo'/><element name='userInfo'/><element name='session'/>
            <methods>
            <method name='Logon' static='true'/>
            <method name='GetServerTime' static='true'><parameters><param name='t' type='datetime' inout='out'/></parameters></method>
            <method name='TestCnx' static='true'/>
            <method name='GetOption' static='true'><parameters><param name='name' type='string'/>
            <param name='value' type='string' inout='out'/><param name='type' type='byte' inout='out'/></parameters></method>
            <method name='GetUserInfo' static='true'><parameters>
            <param name='userInfo' type='sessionUserInfo' inout='out'/></parameters></method>
            <method name='GetNewIdsEx' static='true'><parameters><param name='count' type='long'/>
            <param name='sequence' type='string'/><param name='ids' type='string' inout='out'/></parameters></method>
            </methods></schema>""";

    private static final String QUERY = """
            <schema namespace='xtk' name='queryDef' xtkschema='xtk:schema'><element name='queryDef'/><methods>
            <method name='ExecuteQuery' const='true'><parameters>
            <param name='output' type='DOMDocument' inout='out'/></parameters></method>
            <method name='SelectAll'><parameters><param name='duplicate' type='boolean'/></parameters></method>
            </methods></schema>""";

    private static final Map<String, String> DOCUMENTS = Map.of(
            "xtk:session", SESSION,
            "xtk:queryDef", QUERY,
            "nms:group", plain("group"),
            "nms:recipient", plain("recipient"),
            "nms:rcpGrpRel", plain("rcpGrpRel"),
            "nms:trackingLogRcp", plain("trackingLogRcp"));

    private SchemaDocuments() {}

    /** The document of a primary key such as {@code xtk:schema|nms:group}; empty if there is none. */
    static String named(String primaryKey) {
        String name =
                primaryKey.replaceFirst("^xtk:schema\\|", "").replace('|', ':').strip();
        return DOCUMENTS.getOrDefault(name, "");
    }

    private static String plain(String name) {
        return "<schema namespace='nms' name='" + name
                + "' implements='xtk:persist' xtkschema='xtk:schema'><element name='" + name
                + "' autopk='true'/></schema>";
    }
}
