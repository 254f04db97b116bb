// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.campaign.soap;

/** Answers in the shape that real servers give them. */
public final class Answers {
    private Answers() {}

    public static String envelope(String body) {
        return "<SOAP-ENV:Envelope xmlns:xsd='http://www.w3.org/2001/XMLSchema' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                + " xmlns:ns='urn:xtk:session' xmlns:SOAP-ENV='http://schemas.xmlsoap.org/soap/envelope/'><SOAP-ENV:Body>"
                + body + "</SOAP-ENV:Body></SOAP-ENV:Envelope>";
    }

    public static String fault(String words, String detail) {
        return envelope("<SOAP-ENV:Fault><faultcode>SOAP-ENV:Server</faultcode><faultstring xsi:type='xsd:string'>"
                + words + "</faultstring><detail xsi:type='xsd:string'>" + detail + "</detail></SOAP-ENV:Fault>");
    }

    public static String logon(String method, int number, String lifetimes) {
        return envelope("<" + method + "Response xmlns='urn:xtk:session'><pstrSessionToken xsi:type='xsd:string'>___S"
                + number + "</pstrSessionToken><pSessionInfo xsi:type='ns:Element'><sessionInfo>"
                + "<serverInfo buildNumber='9364' releaseName='7.3.4' " + lifetimes + "/>"
                + "<userInfo login='admin'><login-right right='admin'/>"
                + "<installed-package name='campaign' namespace='nms'/></userInfo></sessionInfo></pSessionInfo>"
                + "<pstrSecurityToken xsi:type='xsd:string'>@T" + number + "==</pstrSecurityToken></" + method
                + "Response>");
    }

    public static String logoff() {
        return envelope("<LogoffResponse xmlns='urn:xtk:session'/>");
    }

    public static String count(long count) {
        return envelope(
                "<ExecuteQueryResponse xmlns='urn:xtk:queryDef'><pdomOutput xsi:type='ns:Element'><recipient count='"
                        + count + "'/></pdomOutput></ExecuteQueryResponse>");
    }
}
