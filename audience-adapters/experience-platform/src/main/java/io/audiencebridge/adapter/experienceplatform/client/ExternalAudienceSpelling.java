// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.adapter.experienceplatform.client;

/** The two descriptions of the addresses of external audiences, which disagree. UNVERIFIED which one holds. */
public enum ExternalAudienceSpelling {
    /** {@code /external-audience/submit}, {@code /task/{id}} and {@code /{id}/run}. Source: Experience Platform, "External audiences API", a page that is not listed. */
    SUBMIT_AND_TASK("/submit", "/task/", "/run"),

    /** {@code /external-audience/}, {@code /operations/{id}} and {@code /{id}/runs}. Source: the client aepp. */
    OPERATIONS("/", "/operations/", "/runs");

    private final String create;
    private final String task;
    private final String start;

    ExternalAudienceSpelling(String create, String task, String start) {
        this.create = create;
        this.task = task;
        this.start = start;
    }

    /** What follows the base address where an audience is created. */
    public String create() {
        return create;
    }

    /** What stands before a task's id. */
    public String task() {
        return task;
    }

    /** What follows an audience's id where an ingestion is started. */
    public String start() {
        return start;
    }
}
