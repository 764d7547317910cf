package org.tabularium.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.AbstractKeyword;
import com.networknt.schema.BaseJsonValidator;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.JsonValidator;
import com.networknt.schema.Keyword;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationContext;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.ValidatorTypeCode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The keywords of JSON Schema 2020-12 that our schemas use, and no others: the validator's full set costs a start three times as
/// much
/// (docs/decisions/0120-yaml.md). A test holds that the full set finds the same faults.
final class SchemaDialect {

    /// Keywords that check something.
    static final List<Keyword> CHECKING = List.of(
            ValidatorTypeCode.ADDITIONAL_PROPERTIES,
            ValidatorTypeCode.CONST,
            ValidatorTypeCode.DEPENDENT_SCHEMAS,
            ValidatorTypeCode.EXCLUSIVE_MAXIMUM,
            ValidatorTypeCode.EXCLUSIVE_MINIMUM,
            ValidatorTypeCode.ITEMS_202012,
            ValidatorTypeCode.MAX_ITEMS,
            ValidatorTypeCode.MAX_PROPERTIES,
            ValidatorTypeCode.MAXIMUM,
            ValidatorTypeCode.MIN_ITEMS,
            ValidatorTypeCode.MIN_LENGTH,
            ValidatorTypeCode.MIN_PROPERTIES,
            ValidatorTypeCode.MINIMUM,
            ValidatorTypeCode.ONE_OF,
            ValidatorTypeCode.PATTERN,
            ValidatorTypeCode.PATTERN_PROPERTIES,
            ValidatorTypeCode.PROPERTIES,
            ValidatorTypeCode.REF,
            ValidatorTypeCode.REQUIRED,
            ValidatorTypeCode.TYPE,
            new EnumKeyword());

    /// Keywords that say something.
    static final List<String> SAYING = List.of("$schema", "$defs", "title", "description", "examples", "x-expected", "x-key");

    private static final String DRAFT_2020_12 = "https://json-schema.org/draft/2020-12/schema";

    static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ROOT)
            .preloadJsonSchema(false)
            .build();

    static final JsonSchemaFactory FACTORY = JsonSchemaFactory.builder()
            .defaultMetaSchemaIri(DRAFT_2020_12)
            .metaSchema(JsonMetaSchema.builder(DRAFT_2020_12)
                    .specification(SpecVersion.VersionFlag.V202012)
                    .idKeyword("$id")
                    .keywords(Stream.concat(CHECKING.stream(), SAYING.stream().map(NonValidationKeyword::new)).toList())
                    .build())
            .build();

    private SchemaDialect() {}

    /// `enum`, which the library's own would print as JSON when it is made: that starts all of Jackson's data binding.
    private static final class EnumKeyword extends AbstractKeyword {

        private EnumKeyword() {
            super("enum");
        }

        @Override
        public JsonValidator newValidator(
                SchemaLocation location, JsonNodePath path, JsonNode node, JsonSchema parent, ValidationContext context) {
            return new EnumCheck(location, path, node, parent, context);
        }
    }

    private static final class EnumCheck extends BaseJsonValidator {

        private EnumCheck(SchemaLocation location, JsonNodePath path, JsonNode node, JsonSchema parent,
                ValidationContext context) {
            super(location, path, node, parent, ValidatorTypeCode.ENUM, context);
        }

        @Override
        public Set<ValidationMessage> validate(ExecutionContext context, JsonNode value, JsonNode document, JsonNodePath at) {
            if (StreamSupport.stream(getSchemaNode().spliterator(), false).anyMatch(value::equals)) {
                return Set.of();
            }
            return Set.of(message().instanceNode(value).instanceLocation(at).locale(Locale.ROOT).build());
        }
    }
}
