// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.audiencemanager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.audiencebridge.sandbox.audiencemanager.files.BatchFiles;
import java.util.List;

/**
 * The file side of the sandbox's Audience Manager, past the wire: what Adobe's people set up for a customer, receipts, and
 * outbound files on their way. Thread-safe; every answer is a snapshot.
 */
public final class SandboxAudienceManagerFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Company company;
    private final BatchFiles files;

    SandboxAudienceManagerFiles(Company company, BatchFiles files) {
        this.company = company;
        this.files = files;
    }

    /**
     * Turns a switch of the README's table until the next reset.
     *
     * @throws IllegalArgumentException if there is none of that name, or it cannot have that value
     */
    public void set(String name, String value) {
        apply(JsonNodeFactory.instance.objectNode().put(name, value));
    }

    /** Likewise. */
    public void set(String name, boolean value) {
        apply(JsonNodeFactory.instance.objectNode().put(name, value));
    }

    /** Likewise. */
    public void set(String name, long value) {
        apply(JsonNodeFactory.instance.objectNode().put(name, value));
    }

    private void apply(ObjectNode settings) {
        synchronized (company) {
            files.settings().settings().apply(settings);
        }
    }

    /** The OpenPGP public key to which inbound files are encrypted, in armor; the sandbox makes one when it is asked first. */
    public String openPgpPublicKey() {
        synchronized (company) {
            return files.openPgpPublicKey();
        }
    }

    /**
     * Takes another key pair until the next reset.
     *
     * @param armored as {@code gpg --armor --export-secret-keys} writes it
     * @param passphrase that protects it; empty for none
     * @throws IllegalArgumentException if it cannot be read
     */
    public void openPgpSecretKey(String armored, String passphrase) {
        synchronized (company) {
            files.openPgpSecretKey(armored, passphrase);
        }
    }

    /**
     * Sets up the files of a destination, as Adobe's people do.
     *
     * @param json an object with {@code destinationId} and whatever is to change, by the names of the README's table
     * @throws IllegalArgumentException if it cannot be read; nothing has changed then
     */
    public void order(String json) {
        synchronized (company) {
            files.order(object(json));
        }
    }

    private static ObjectNode object(String json) {
        try {
            JsonNode read = JSON.readTree(json);
            if (read instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("An order is a JSON object", e);
        }
        throw new IllegalArgumentException("An order is a JSON object");
    }

    /** The mails about inbound files, oldest first. */
    public List<SandboxReceipt> receipts() {
        synchronized (company) {
            return files.receipts().all().stream()
                    .map(receipt -> new SandboxReceipt(
                            receipt.at(), receipt.dataSource(), receipt.keys(), receipt.counters(), receipt.mail()))
                    .toList();
        }
    }

    /** The keys of the outbound files that are written and have not arrived, in the order in which they are to arrive. */
    public List<String> onTheWay() {
        synchronized (company) {
            return files.onTheWay();
        }
    }

    /**
     * Lets an outbound file arrive now.
     *
     * @throws IllegalArgumentException if it is not on its way
     */
    public void deliver(String key) {
        synchronized (company) {
            files.deliver(key);
        }
    }

    /**
     * Loses an outbound file, so that it never arrives.
     *
     * @throws IllegalArgumentException if it is not on its way
     */
    public void lose(String key) {
        synchronized (company) {
            files.lose(key);
        }
    }
}
