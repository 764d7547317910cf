package org.tabularium.study.define;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The parts of a definition as the file has them, which refer to each other by their OIDs, and what they are together. Elements
/// of other namespaces, such as results metadata, are passed over.
final class MetaData {

    private static final String DEFINE = "http://www.cdisc.org/ns/def/v2.";
    private static final int NAMED = 5;

    private final List<Group> groups = new ArrayList<>();
    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, CodeList> lists = new HashMap<>();
    /// The lists that are external dictionaries.
    private final Map<String, External> externals = new HashMap<>();
    private final SortedMap<String, SortedSet<String>> dictionaries = new TreeMap<>();
    private final Map<String, String> methods = new HashMap<>();
    private final TreeSet<String> missing = new TreeSet<>();
    private @Nullable String version;

    private record Group(String name, String label, List<Reference> references, boolean withoutData) {}

    /// @param key the variable's place among those that tell records apart; 0 for none
    private record Reference(String item, int key, String method, boolean withoutData) {}

    private record Item(String name, String label, String dataType, String codeList, String origin) {}

    /// A coding dictionary by our name for it.
    private record External(String dictionary, String version) {}

    /// @param rank what it is ordered by; not a number for none
    private record RankedCode(CodeList.Code code, double rank, double order) {}

    /// Reads the element MetaDataVersion, which the cursor stands at; of several the first counts.
    void read(XmlCursor xml) throws DefineFault {
        if (version != null) {
            return;
        }
        version = xml.attribute("DefineVersion");
        requireVersion();
        xml.children(() -> {
            String oid = xml.attribute("OID");
            switch (xml.namespace().contains("/odm/") ? xml.name() : "") {
                case "ItemGroupDef" -> groups.add(group(xml));
                case "ItemDef" -> items.put(oid, item(xml));
                case "CodeList" -> lists.put(oid, codeList(oid, xml));
                case "MethodDef" -> methods.put(oid, description(xml));
                default -> {
                    // no part that is read
                }
            }
        });
    }

    /// @throws DefineFault where the file has no metadata, or of a version that is not read
    void requireVersion() throws DefineFault {
        if (version == null || version.isEmpty()) {
            throw new DefineFault("is no Define-XML: it has no MetaDataVersion with a def:DefineVersion");
        }
        if (!version.startsWith("2.")) {
            throw new DefineFault("is of version " + version + " of Define-XML, and was not read: 2.0 and 2.1 are", true);
        }
    }

    /// What is to be said of a version that is read although it is not known; empty for one that is.
    Optional<String> warnOfVersion() {
        return version == null || version.matches("2\\.[01](\\..*)?")
                ? Optional.empty()
                : Optional.of("is of version " + version + " of Define-XML, and was read as 2.1");
    }

    private static Group group(XmlCursor xml) throws DefineFault {
        String name = name(xml);
        boolean withoutData = isYes(xml, "HasNoData");
        String[] label = {""};
        List<Reference> references = new ArrayList<>();
        xml.children(() -> {
            switch (xml.name()) {
                case "Description" -> label[0] = translated(xml);
                case "ItemRef" -> references.add(new Reference(xml.attribute("ItemOID"), whole(xml.attribute("KeySequence")),
                        xml.attribute("MethodOID"), isYes(xml, "HasNoData")));
                default -> {
                    // leaf, alias, class
                }
            }
        });
        return new Group(name, label[0], references, withoutData);
    }

    private static Item item(XmlCursor xml) throws DefineFault {
        String name = name(xml);
        String dataType = xml.attribute("DataType");
        String[] label = {""};
        String[] codeList = {""};
        List<String> origins = new ArrayList<>();
        xml.children(() -> {
            switch (xml.name()) {
                case "Description" -> label[0] = translated(xml);
                case "CodeListRef" -> codeList[0] = xml.attribute("CodeListOID");
                case "Origin" -> {
                    if (xml.namespace().startsWith(DEFINE)) {
                        origins.add(origin(xml));
                    }
                }
                default -> {
                    // value lists, aliases
                }
            }
        });
        return new Item(name, label[0], dataType, codeList[0],
                origins.stream().filter(o -> !o.isEmpty()).distinct().collect(Collectors.joining("; ")));
    }

    private static String origin(XmlCursor xml) throws DefineFault {
        String type = xml.attribute("Type");
        String source = xml.attribute("Source");
        String description = description(xml);
        return Stream.of(type + (source.isEmpty() ? "" : " (" + source + ")"), description).filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
    }

    private CodeList codeList(String oid, XmlCursor xml) throws DefineFault {
        List<RankedCode> codes = new ArrayList<>();
        xml.children(() -> {
            if (xml.name().equals("ExternalCodeList")) {
                String version = Dictionaries.version(xml.attribute("Version"));
                Dictionaries.name(xml.attribute("Dictionary")).filter(_ -> !version.isEmpty())
                        .ifPresent(dictionary -> externals.put(oid, new External(dictionary, version)));
            } else if (xml.name().equals("CodeListItem") || xml.name().equals("EnumeratedItem")) {
                String value = xml.attribute("CodedValue");
                double rank = number(xml.attribute("Rank"));
                double order = number(xml.attribute("OrderNumber"));
                String[] decode = {""};
                xml.children(() -> {
                    if (xml.name().equals("Decode")) {
                        decode[0] = translated(xml);
                    }
                });
                codes.add(new RankedCode(new CodeList.Code(value, decode[0]), rank, order));
            }
        });
        if (codes.stream().noneMatch(code -> Double.isNaN(code.rank()))) {
            codes.sort(Comparator.comparingDouble(RankedCode::rank));
        } else if (codes.stream().noneMatch(code -> Double.isNaN(code.order()))) {
            codes.sort(Comparator.comparingDouble(RankedCode::order));
        }
        return new CodeList(codes.stream().map(RankedCode::code).toList());
    }

    /// The text of a Description among the children of the element that the cursor stands at.
    private static String description(XmlCursor xml) throws DefineFault {
        String[] text = {""};
        xml.children(() -> {
            if (xml.name().equals("Description")) {
                text[0] = translated(xml);
            }
        });
        return text[0];
    }

    /// The text of the element that the cursor stands at: in English where it has several languages, else in the first.
    private static String translated(XmlCursor xml) throws DefineFault {
        Map<String, String> texts = new LinkedHashMap<>();
        xml.children(() -> {
            if (xml.name().equals("TranslatedText")) {
                String language = xml.attribute("lang").toLowerCase(Locale.ROOT);
                texts.putIfAbsent(language, xml.text());
            }
        });
        return texts.entrySet().stream().filter(text -> text.getKey().isEmpty() || text.getKey().startsWith("en"))
                .map(Map.Entry::getValue).findFirst().or(() -> texts.values().stream().findFirst()).orElse("");
    }

    private static String name(XmlCursor xml) {
        return xml.attribute("Name").toUpperCase(Locale.ROOT);
    }

    private static boolean isYes(XmlCursor xml, String attribute) {
        return xml.attribute(attribute).equals("Yes");
    }

    private static int whole(String digits) {
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }

    private static double number(String digits) {
        return digits.matches("[+-]?\\d{1,9}(\\.\\d{1,9})?") ? Double.parseDouble(digits) : Double.NaN;
    }

    /// What the parts are together. A dataset that stands in several groups has the variables of all.
    Definition definition(String file) {
        Map<String, DefinedDataset> datasets = new LinkedHashMap<>();
        groups.stream().filter(group -> !group.name().isEmpty())
                .forEach(group -> datasets.merge(group.name(), dataset(group), MetaData::joined));
        return new Definition(file, Collections.unmodifiableMap(datasets), Collections.unmodifiableSortedMap(dictionaries));
    }

    private static DefinedDataset joined(DefinedDataset one, DefinedDataset other) {
        Map<String, DefinedVariable> variables = new LinkedHashMap<>(one.variables());
        other.variables().forEach(variables::putIfAbsent);
        return new DefinedDataset(one.name(), one.label().isEmpty() ? other.label() : one.label(),
                Collections.unmodifiableMap(variables), one.keys().isEmpty() ? other.keys() : one.keys(),
                one.withoutData() && other.withoutData());
    }

    private DefinedDataset dataset(Group group) {
        Map<String, DefinedVariable> variables = new LinkedHashMap<>();
        Map<String, Integer> keys = new LinkedHashMap<>();
        for (Reference reference : group.references()) {
            Item item = found(items, reference.item());
            if (item == null || item.name().isEmpty()) {
                continue;
            }
            variables.putIfAbsent(item.name(), variable(item, reference));
            if (reference.key() > 0) {
                keys.putIfAbsent(item.name(), reference.key());
            }
        }
        return new DefinedDataset(group.name(), group.label(), Collections.unmodifiableMap(variables),
                keys.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(Map.Entry::getKey).toList(),
                group.withoutData());
    }

    private DefinedVariable variable(Item item, Reference reference) {
        External external = externals.get(item.codeList());
        if (external != null) {
            dictionaries.computeIfAbsent(external.dictionary(), _ -> new TreeSet<>()).add(external.version());
        }
        CodeList codes = item.codeList().isEmpty() ? null : found(lists, item.codeList());
        String derivation = reference.method().isEmpty() ? null : found(methods, reference.method());
        return new DefinedVariable(item.name(), item.label(), item.dataType(), codes == null ? CodeList.NONE : codes,
                item.origin(), derivation == null ? "" : derivation, reference.withoutData());
    }

    private <T> @Nullable T found(Map<String, T> parts, String oid) {
        T part = parts.get(oid);
        if (part == null) {
            missing.add(oid);
        }
        return part;
    }

    /// OIDs that lead to nothing, the first of them; empty for none.
    String missing() {
        return missing.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (missing.size() > NAMED ? " and " + (missing.size() - NAMED) + " more" : "");
    }
}
