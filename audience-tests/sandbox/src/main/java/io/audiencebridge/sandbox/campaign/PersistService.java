// SPDX-License-Identifier: Apache-2.0
package io.audiencebridge.sandbox.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * {@code xtk:persist}: the write family. A collection is written entity by entity and keeps what was written before a fault: whether a real server does is
 * UNVERIFIED, and a client may assume neither. Source: campaign.md, section 3.3.
 */
final class PersistService {
    private static final String ANSWERS_AS = "wpp:default";

    private final CampaignData data;

    PersistService(CampaignData data) {
        this.data = data;
    }

    String write(SoapRequest request) {
        Element entity = request.document(0);
        entity(schema(entity, entity), entity);
        return SoapAnswers.answer(ANSWERS_AS, "Write", "");
    }

    String writeCollection(SoapRequest request) {
        Element root = request.document(0);
        Dom.children(root).forEach(entity -> entity(schema(root, entity), entity));
        return SoapAnswers.answer(ANSWERS_AS, "WriteCollection", "");
    }

    String deleteCollection(SoapRequest request) {
        Schema schema = Schema.named(request.text(0).strip());
        Condition where = Condition.of(request.document(1), schema, data);
        List<Row> matching = new Candidates(data, schema, where.conjuncts())
                .rows(false)
                .filter(row -> where.test(new Tuple(row, null)))
                .toList();
        matching.forEach(this::delete);
        return SoapAnswers.answer(ANSWERS_AS, "DeleteCollection", "");
    }

    String newInstance(SoapRequest request) {
        Element draft = request.document(0);
        Schema schema = schema(draft, draft);
        StringBuilder out = new StringBuilder("<" + schema.element() + " _operation='insert'");
        long number = data.nextNumber();
        out.append(" id='").append(number).append('\'');
        if (schema == Schema.GROUP && draft.getAttribute("name").isEmpty()) {
            out.append(" name='LST")
                    .append(number)
                    .append("' folder-id='")
                    .append(Folder.LISTS.id())
                    .append('\'');
        }
        attributes(draft, attribute -> {
            if (!attribute.name().equals("_operation")) {
                out.append(' ')
                        .append(attribute.name())
                        .append("='")
                        .append(Texts.escaped(attribute.value()))
                        .append('\'');
            }
        });
        out.append(" xtkschema='").append(schema.id()).append("'/>");
        return SoapAnswers.answer(schema.id(), "NewInstance", SoapAnswers.element("entity", out.toString()));
    }

    private void entity(Schema schema, Element entity) {
        String operation = entity.getAttribute("_operation");
        switch (schema) {
            case GROUP -> group(entity, operation);
            case RELATION -> relation(entity, operation);
            case RECIPIENT -> recipient(entity, operation);
            default -> throw SoapFault.inMethod("XSV-350023 Cannot save a document of type '" + schema.id() + "'.");
        }
    }

    private void group(Element entity, String operation) {
        Optional<RecipientGroup> found = findGroup(entity);
        switch (operation) {
            case "none" -> {
                // Only links, which the emulator resolves where they are written.
            }
            case "delete" -> delete(found.orElseThrow(() -> SoapFault.noRecord("nms:group")));
            case "insert" -> {
                if (found.isPresent()) {
                    throw SoapFault.notUnique("nmsgroup_name");
                }
                fill(newGroup(entity), entity);
            }
            case "update" -> fill(found.orElseThrow(() -> SoapFault.noRecord("nms:group")), entity);
            default -> fill(found.orElseGet(() -> newGroup(entity)), entity);
        }
    }

    private Optional<RecipientGroup> findGroup(Element entity) {
        String id = entity.getAttribute("id");
        boolean byName = entity.getAttribute("_key").equals("@name") || id.isEmpty();
        return data.groupTable().values().stream()
                .filter(group -> byName
                        ? group.name().equals(entity.getAttribute("name"))
                        : Long.toString(group.number()).equals(id))
                .findFirst();
    }

    private RecipientGroup newGroup(Element entity) {
        String name = entity.getAttribute("name");
        String id = entity.getAttribute("id");
        if (!name.isEmpty()
                && data.groupTable().values().stream()
                        .anyMatch(group -> group.name().equals(name))) {
            throw SoapFault.notUnique("nmsgroup_name");
        }
        return data.addGroup(id.isEmpty() ? data.nextNumber() : Long.parseLong(id), name, entity.getAttribute("label"));
    }

    private void fill(RecipientGroup group, Element entity) {
        attributes(entity, attribute -> {
            if (!group.write("@" + attribute.name(), attribute.value())) {
                throw SoapFault.unknownPath("@" + attribute.name(), "nms:group");
            }
        });
        data.touch(group);
    }

    private void relation(Element entity, String operation) {
        String groupId = foreignKey(entity, "group");
        String recipientId = foreignKey(entity, "recipient");
        RecipientGroup group = data.group(groupId);
        if (group == null) {
            throw SoapFault.noParent("nmsrcpgrprel_group");
        }
        if (operation.equals("delete")) {
            if (!group.members().remove(recipientId)) {
                throw SoapFault.noRecord("nms:rcpGrpRel");
            }
        } else if (data.recipient(recipientId) == null) {
            throw SoapFault.noParent("nmsrcpgrprel_recipient");
        } else if (!group.members().add(recipientId) && operation.equals("insert")) {
            throw SoapFault.notUnique("nmsrcpgrprel_id");
        }
        data.touch(group);
    }

    private static String foreignKey(Element entity, String link) {
        String direct = entity.getAttribute(link + "-id");
        Element linked = Dom.child(entity, link);
        return direct.isEmpty() && linked != null ? linked.getAttribute("id") : direct;
    }

    private void recipient(Element entity, String operation) {
        Optional<Recipient> found = findRecipient(entity);
        switch (operation) {
            case "none" -> {
                // Only links.
            }
            case "delete" -> delete(found.orElseThrow(() -> SoapFault.noRecord("nms:recipient")));
            case "insert" -> {
                if (found.isPresent()) {
                    throw SoapFault.notUnique("nmsrecipient_id");
                }
                fill(newRecipient(entity), entity);
            }
            case "update" -> fill(found.orElseThrow(() -> SoapFault.noRecord("nms:recipient")), entity);
            default -> fill(found.orElseGet(() -> newRecipient(entity)), entity);
        }
    }

    private Optional<Recipient> findRecipient(Element entity) {
        String id = entity.getAttribute("id");
        if (!id.isEmpty()) {
            return Optional.ofNullable(data.recipient(id));
        }
        String key = entity.getAttribute("_key");
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Path path = Path.of(key, Schema.RECIPIENT);
        String wanted = entity.getAttribute(key.replace("@", ""));
        return data.recipientTable().values().stream()
                .filter(recipient -> path.valueIn(new Tuple(recipient, null)).equals(wanted))
                .findFirst();
    }

    private Recipient newRecipient(Element entity) {
        String id = entity.getAttribute("id");
        return data.addRecipient(id.isEmpty() ? Long.toString(data.nextNumber()) : id);
    }

    private static void fill(Recipient recipient, Element entity) {
        attributes(entity, attribute -> {
            if (!recipient.write("@" + attribute.name(), attribute.value())) {
                throw SoapFault.unknownPath("@" + attribute.name(), "nms:recipient");
            }
        });
    }

    private void delete(Row row) {
        if (row instanceof RecipientGroup group) {
            data.groupTable().remove(group.number());
        } else if (row instanceof Relation relation) {
            relation.group().members().remove(relation.recipientId());
            data.touch(relation.group());
        } else if (row instanceof Recipient recipient) {
            data.recipientTable().remove(recipient.id());
            data.groupTable().values().forEach(group -> group.members().remove(recipient.id()));
        } else {
            throw SoapFault.inMethod("XSV-350023 Such a document cannot be deleted.");
        }
    }

    private static Schema schema(Element root, Element entity) {
        String named = entity.getAttribute("xtkschema");
        return Schema.named(named.isEmpty() ? root.getAttribute("xtkschema") : named);
    }

    private record Attribute(String name, String value) {}

    /** The attributes that are columns: neither instructions nor namespaces. */
    private static void attributes(Element entity, Consumer<Attribute> consumer) {
        NamedNodeMap map = entity.getAttributes();
        List<Attribute> columns = new ArrayList<>();
        for (int i = 0; i < map.getLength(); i++) {
            String name = map.item(i).getNodeName();
            if (!name.startsWith("_")
                    && !name.startsWith("xmlns")
                    && !name.equals("xtkschema")
                    && !name.contains(":")) {
                columns.add(new Attribute(name, map.item(i).getNodeValue()));
            }
        }
        columns.forEach(consumer);
    }
}
