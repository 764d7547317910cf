package org.tabularium.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Who may see which studies: `access/access.json`. Nobody may see anything that no grant names.
///
/// @param grants in the order of the file
public record AccessList(List<Grant> grants) {

    /// Where it lies in the reports bucket.
    public static final String KEY = "access/access.json";

    /// What counts while there is no list that can be understood.
    static final AccessList NOBODY = new AccessList(List.of());

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final Set<String> FIELDS = Set.of("claim", "value", "sponsor", "studies", "roles", "editions");

    public AccessList {
        grants = List.copyOf(grants);
    }

    /// What those with a claim may do.
    ///
    /// @param studies names, or beginnings of names with a `*` behind
    public record Grant(String claim, String value, String sponsor, List<String> studies, Set<Role> roles,
            List<String> editions) {

        boolean covers(String study) {
            return studies.stream().anyMatch(s -> s.endsWith("*")
                    ? study.startsWith(s.substring(0, s.length() - 1))
                    : study.equals(s));
        }
    }

    /// The sponsors of a study, as the grants say; its `study.yaml` has no say in it.
    public Set<String> sponsors(String study) {
        Set<String> sponsors = new TreeSet<>();
        grants.stream().filter(g -> g.covers(study)).forEach(g -> sponsors.add(g.sponsor()));
        return sponsors;
    }

    /// Reads the file.
    ///
    /// @throws IOException where anything in it is not as it must be: a list that is half understood could let in whom it
    /// should not
    public static AccessList read(byte[] bytes) throws IOException {
        JsonNode root;
        try {
            root = JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new IOException(KEY + " is no JSON");
        }
        require(root.isObject() && root.path("version").isInt() && root.path("version").intValue() == 1 && root.size() == 2
                && root.path("grants").isArray(), "must be {\"version\": 1, \"grants\": [\u2026]}");
        List<Grant> grants = new ArrayList<>();
        for (JsonNode node : root.path("grants")) {
            grants.add(grant(node));
        }
        return new AccessList(grants);
    }

    private static Grant grant(JsonNode node) throws IOException {
        Set<String> fields = new HashSet<>();
        node.fieldNames().forEachRemaining(fields::add);
        require(node.isObject() && FIELDS.containsAll(fields), "has a grant with an unknown field");
        List<String> studies = texts(node, "studies");
        for (String study : studies) {
            String name = study.endsWith("*") ? study.substring(0, study.length() - 1) : study;
            require(name.indexOf('*') < 0 && name.indexOf('/') < 0, "has \"*\" or \"/\" within the name of a study");
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : texts(node, "roles")) {
            roles.add(Arrays.stream(Role.values()).filter(r -> r.word().equals(word)).findFirst()
                    .orElseThrow(() -> new IOException(KEY + " has a grant with an unknown role")));
        }
        List<String> editions = texts(node, "editions");
        require(editions.stream().allMatch(e -> e.matches("[a-z][a-z0-9-]{0,31}")), "has a grant with no valid edition");
        return new Grant(text(node, "claim"), text(node, "value"), text(node, "sponsor"), studies, Set.copyOf(roles), editions);
    }

    private static String text(JsonNode node, String field) throws IOException {
        require(node.path(field).isTextual() && !node.path(field).textValue().isBlank(), "has a grant without " + field);
        return node.path(field).textValue();
    }

    private static List<String> texts(JsonNode node, String field) throws IOException {
        if (!node.has(field)) {
            return List.of();
        }
        require(node.path(field).isArray() && holdsTexts(node.path(field)),
                "has a grant whose " + field + " are no list of texts");
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(t -> texts.add(t.textValue()));
        return List.copyOf(texts);
    }

    private static boolean holdsTexts(JsonNode array) {
        for (JsonNode item : array) {
            if (!item.isTextual() || item.textValue().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static void require(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(KEY + " " + otherwise);
        }
    }
}
