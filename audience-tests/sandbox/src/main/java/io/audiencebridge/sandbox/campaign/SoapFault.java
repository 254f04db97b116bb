// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

/** A fault as the router answers it. Source: campaign.md, sections 2.10 and 2.11. */
final class SoapFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final String EXPIRED = "XSV-350008 Session has expired or is invalid. Please reconnect.";
    static final String WRONG_ZONE =
            "XSV-350013 Connecting from this address is not authorised: it is in no security zone. Connection denied.";

    private static final String UNREADABLE = "SOP-330007 Error while reading parameters of the method";
    private static final String HIDDEN = "SOP-330023 The details of this error are not shown by this security zone.";

    private final String code;
    private final String detail;

    private SoapFault(String code, String text, String detail) {
        super(text, null, false, false);
        this.code = code;
        this.detail = detail;
    }

    /** What a caller did wrong. */
    static SoapFault client(String text, String detail) {
        return new SoapFault("SOAP-ENV:Client", text, detail);
    }

    /** What went wrong inside a method; the cause stands in the detail. */
    static SoapFault inMethod(String detail) {
        return new SoapFault("SOAP-ENV:Server", "SOP-330011 Error while executing the method", detail);
    }

    /** Parameters that a method cannot take. */
    static SoapFault unreadable(String detail) {
        return client(UNREADABLE, detail);
    }

    static SoapFault expiredSession() {
        return client(EXPIRED, "");
    }

    static SoapFault refusedZone() {
        return client(WRONG_ZONE, "");
    }

    static SoapFault refusedBearer() {
        return unreadable("XSV-350114 Unable to read the profile from an IMS call, HTTP response code is 401");
    }

    static SoapFault undefinedMethod(String service, String method) {
        return client("SOP-330006 The method '" + method + "' is not defined in SOAP service '" + service + "'.", "");
    }

    /** A method of an interface, called on a service that only implements it. */
    static SoapFault interfaceMethod(String service, String method) {
        return client("SOP-330024 The function library of '" + service + "#" + method + "' is not specified.", "");
    }

    /** A method that the schema declares and this server lacks. */
    static SoapFault notImplemented(String service, String method) {
        return client("SOP-330005 The method '" + method + "' of service '" + service + "' is not implemented.", "");
    }

    static SoapFault noSchema(String schema) {
        return client("XFR-180000 The schema '" + schema + "' does not exist.", "");
    }

    static SoapFault badExpression(String expression) {
        return inMethod("XTK-170036 Unable to parse expression '" + expression + "'.");
    }

    static SoapFault unknownPath(String path, String schema) {
        return inMethod("XTK-170006 The element or attribute '" + path + "' is unknown (see definition of schema '"
                + schema + "').");
    }

    static SoapFault noRecord(String schema) {
        return inMethod("WDB-200011 The requested record of '" + schema + "' does not exist.");
    }

    static SoapFault notUnique(String index) {
        return inMethod(
                "PGS-220000 PostgreSQL error: ERROR: duplicate key value violates unique constraint \"" + index + "\"");
    }

    static SoapFault noParent(String constraint) {
        return inMethod("PGS-220000 PostgreSQL error: ERROR: insert or update violates foreign key constraint \""
                + constraint + "\"");
    }

    /** With the method's name, which the text of some faults ends with. */
    SoapFault of(SoapRequest request) {
        boolean complete = text().endsWith(".");
        return complete
                ? this
                : new SoapFault(
                        code,
                        text() + " '" + request.method() + "' of service '" + request.fullService() + "'.",
                        detail);
    }

    /** As a zone that hides errors lets it out. */
    SoapFault masked() {
        return detail.isEmpty() ? this : new SoapFault(code, text(), HIDDEN);
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    String detail() {
        return detail;
    }
}
