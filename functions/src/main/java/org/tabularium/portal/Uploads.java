package org.tabularium.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.tabularium.publication.HistoryType;
import org.tabularium.publication.StudyKeys;
import org.tabularium.store.SignedLinks;
import org.tabularium.study.Study;

/// Links that write one dataset of a study: of just the name, length and SHA-256 that were asked for, which the history has
/// before the
/// link is given.
record Uploads(SignedLinks links, Trail trail) {

    private static final long MOST = 5L << 30;
    private static final int LONGEST = 200;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final JsonMapper JSON = new JsonMapper();

    /// What a page asks for.
    ///
    /// @param form its token
    record Wish(String study, String name, long size, String sha256, String form) {

        /// Reads what the page's script sent; what is missing is empty.
        static Wish read(String body) {
            JsonNode root;
            try {
                root = JSON.readTree(body);
            } catch (IOException e) {
                root = JSON.createObjectNode();
            }
            JsonNode size = root.path("size");
            return new Wish(root.path("study").asText(""), root.path("name").asText(""),
                    size.isIntegralNumber() && size.canConvertToLong() ? size.longValue() : -1, root.path("sha256").asText(""),
                    root.path("form").asText(""));
        }
    }

    /// @param caller who may upload to the study; the caller of this has seen to it
    Response give(Wish wish, Caller caller) throws IOException {
        String name = wish.name();
        boolean plain = !name.isEmpty() && name.length() <= LONGEST && !name.startsWith(".") && name.indexOf('/') < 0
                && name.indexOf('\\') < 0 && name.codePoints().noneMatch(Character::isISOControl);
        if (!plain || !Study.isInput(name)) {
            return refusal(422, "this is no dataset that can be read, nor study.yaml, nor define.xml");
        }
        if (wish.size() < 1 || wish.size() > MOST) {
            return refusal(422,
                    wish.size() < 1
                            ? "the file is empty"
                            : "the file has more than 5 GB; use aws s3 cp, which sends it in parts");
        }
        if (!SHA256.matcher(wish.sha256()).matches()) {
            return refusal(422, "the checksum is missing");
        }
        String key = new StudyKeys(wish.study()).prefix() + name;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", key);
        fields.put("sha256", wish.sha256());
        fields.put("size", wish.size());
        trail.write(HistoryType.UPLOAD_GRANTED, wish.study(), caller.person(), fields);
        SignedLinks.Upload upload = links.toWrite(key, wish.size(), wish.sha256());
        ObjectNode answer = JSON.createObjectNode().put("address", upload.address().toString());
        ObjectNode headers = answer.putObject("headers");
        upload.headers().forEach(headers::put);
        return Response.json(200, answer.toString());
    }

    static Response refusal(int status, String message) {
        return Response.json(status, JSON.createObjectNode().put("message", message).toString());
    }
}
