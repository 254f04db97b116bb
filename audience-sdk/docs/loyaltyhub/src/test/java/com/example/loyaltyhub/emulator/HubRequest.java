// SPDX-License-Identifier: Apache-2.0
package com.example.loyaltyhub.emulator;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request to the hub.
 *
 * @param method its method
 * @param uri its path and query
 * @param body what came with it
 */
record HubRequest(String method, URI uri, byte[] body) {
    HubAnswer answer(HubData data) {
        String[] path = uri.getPath().substring(1).split("/");
        return switch (method + " " + path[0] + " " + path.length) {
            case "GET lists 1" -> lists(data);
            case "GET lists 2" ->
                data.list(path[1]).map(list -> HubAnswer.of(list.line() + "\n")).orElse(HubAnswer.status(404));
            case "POST lists 1" -> HubAnswer.of(data.titled(text()).line() + "\n");
            case "GET members 1" -> members(data);
            case "GET changes 1" -> HubAnswer.of(data.changes() + "\n");
            case "POST imports 1" ->
                data.list(parameter("list"))
                        .map(list -> HubAnswer.of(data.begin(list, parameter("op").equals("add")) + "\n"))
                        .orElse(HubAnswer.status(404));
            case "PUT imports 4" -> part(data, path[1], Integer.parseInt(path[3]));
            case "PUT imports 3" ->
                data.imported(path[1])
                        .map(found -> HubAnswer.of(found.commit() + "\n"))
                        .orElse(HubAnswer.status(404));
            case "DELETE imports 2" -> {
                data.forget(path[1]);
                yield HubAnswer.status(204);
            }
            default -> HubAnswer.status(405);
        };
    }

    private HubAnswer lists(HubData data) {
        String search = parameter("search").toLowerCase(Locale.ROOT);
        List<String> lines = data.newestFirst().stream()
                .filter(list -> list.title().toLowerCase(Locale.ROOT).contains(search))
                .map(HubData.HubList::line)
                .toList();
        return HubAnswer.page(lines, Integer.parseInt(parameter("offset")), Integer.parseInt(parameter("limit")));
    }

    private HubAnswer members(HubData data) {
        if (!data.hasField(parameter("field"))) {
            return HubAnswer.status(400);
        }
        Optional<HubData.HubList> list = data.list(parameter("list"));
        if (!parameter("list").isEmpty() && list.isEmpty()) {
            return HubAnswer.status(404);
        }
        long after = Long.parseLong(parameter("after"));
        long since = parameter("changedSince").isEmpty() ? -1 : Long.parseLong(parameter("changedSince"));
        boolean optedOut = parameter("optedOut").equals("true");
        List<HubData.Member> found = data.members(member -> member.id() > after
                && member.changed() > since
                && (!optedOut || member.optedOut())
                && list.map(of -> of.members().contains(member.id())).orElse(true));
        int limit = Integer.parseInt(parameter("limit"));
        List<HubData.Member> page = found.subList(0, Math.min(limit, found.size()));
        return new HubAnswer(
                200,
                HubAnswer.lines(
                        page.stream().map(member -> member.line(parameter("field"))).toList()),
                page.size() < found.size()
                        ? Optional.of(Long.toString(page.get(page.size() - 1).id()))
                        : Optional.empty());
    }

    private HubAnswer part(HubData data, String id, int number) {
        return data.imported(id)
                .map(found -> {
                    found.parts().put(number, text().lines().map(Long::valueOf).toList());
                    return HubAnswer.status(204);
                })
                .orElse(HubAnswer.status(404));
    }

    private String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private String parameter(String name) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }
}
