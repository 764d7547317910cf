package org.tabularium.ars.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A grouping factor of a reporting event.
///
/// @param id of the factor
/// @param variable whose levels group
/// @param dataDriven whether the groups are the levels that the data have
/// @param groups those that the event names, in its order; empty where the data drive
record EventGrouping(String id, String variable, boolean dataDriven, List<Group> groups) {

    /// A group of the event.
    record Group(String id, EventWhere where) {}

    static EventGrouping of(JsonNode node) throws UnmadeException {
        List<Group> groups = new ArrayList<>();
        for (JsonNode group : node.path("groups")) {
            groups.add(new Group(group.path("id").asText(), EventWhere.of(group)));
        }
        return new EventGrouping(node.path("id").asText(), node.path("groupingVariable").asText(),
                node.path("dataDriven").asBoolean(), groups);
    }
}
