package org.tabularium.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a role's policies allow, by IAM's rules for identity policies: a statement that matches has to allow it, and none may
/// deny it. Conditions other than
/// `StringEquals` (of texts without patterns), `StringLike` and `StringLikeIfExists` are unknown and an error, so that none is passed over.
record Policies(Template template, List<Map<String, Object>> statements) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

    /// What lets a sponsor's own account in, by the policy of a bucket or a key.
    static Policies ofSponsors(Template template, Object document) {
        return new Policies(template, Template.list(Template.at(document, "Statement")).stream().map(Template::map)
                .filter(s -> s.containsKey("If")).map(s -> Template.map(Template.list(Template.at(s, "If")).get(1)))
                .filter(s -> String.valueOf(s.get("Principal")).contains("SponsorAccounts")).toList());
    }

    static Policies ofRole(Template template, String role) {
        Map<String, Object> properties = template.properties(role);
        List<Object> documents = new ArrayList<>();
        for (Object arn : Template.list(properties.getOrDefault("ManagedPolicyArns", List.of()))) {
            documents.add(template.properties((String) Template.at(arn, "Ref")));
        }
        documents.addAll(Template.list(properties.getOrDefault("Policies", List.of())));
        return new Policies(template, documents.stream()
                .flatMap(document -> Template.list(Template.at(document, "PolicyDocument", "Statement")).stream())
                .map(Template::map)
                .toList());
    }

    boolean allows(String action, String resource) {
        return allows(action, resource, Map.of());
    }

    /// @param context condition keys of the request, such as `s3:prefix`
    boolean allows(String action, String resource, Map<String, String> context) {
        List<String> effects = statements.stream()
                .filter(s -> matches(s.get("Action"), action, context) && matches(s.get("Resource"), resource, context))
                .filter(s -> holds(s.get("Condition"), context))
                .map(s -> (String) Template.at(s, "Effect"))
                .toList();
        return effects.contains("Allow") && !effects.contains("Deny");
    }

    private boolean matches(@Nullable Object patterns, String value, Map<String, String> context) {
        if (patterns == null) {
            throw new IllegalArgumentException("a statement without Action or Resource");
        }
        return Template.list(patterns).stream().anyMatch(pattern -> {
            String text = template.text(pattern);
            // A policy variable without a value matches nothing.
            boolean known = VARIABLE.matcher(text).results().allMatch(v -> context.containsKey(v.group(1)));
            return known && like(
                    VARIABLE.matcher(text).replaceAll(v -> Matcher.quoteReplacement(String.valueOf(context.get(v.group(1))))),
                    value);
        });
    }

    private boolean holds(@Nullable Object conditions, Map<String, String> context) {
        if (conditions == null) {
            return true;
        }
        return Template.map(conditions).entrySet().stream().allMatch(condition -> {
            boolean ifExists = switch (condition.getKey()) {
                case "StringLike", "StringEquals" -> false;
                case "StringLikeIfExists" -> true;
                default -> throw new IllegalArgumentException("condition " + condition.getKey());
            };
            return Template.map(condition.getValue()).entrySet().stream().allMatch(test -> {
                String value = context.get(test.getKey());
                return value == null ? ifExists : matches(test.getValue(), value, context);
            });
        });
    }

    /// IAM's patterns: `*` is any text, also with `/`; `?` one character.
    private static boolean like(String pattern, String value) {
        String regex = pattern.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL).matcher(value).matches();
    }
}
