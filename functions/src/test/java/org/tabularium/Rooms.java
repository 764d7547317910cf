package org.tabularium;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The rooms of the program, as their doors ([Room]) say and as their classes use them.
final class Rooms {

    static final String BEGIN = "<!-- rooms: written by ArchitectureTest -->";
    static final String END = "<!-- end of rooms -->";

    private static final String BASE = "org.tabularium";

    private final Map<String, List<JavaClass>> classes = new TreeMap<>();
    private final Map<String, JavaAnnotation<JavaPackage>> doors = new TreeMap<>();
    private final Set<String> withoutDoor = new TreeSet<>();

    static Rooms of(JavaClasses ours) {
        Rooms rooms = new Rooms();
        for (JavaClass each : ours) {
            if (each.getPackageName().equals(BASE)) {
                continue; // the word "room" itself
            }
            String room = each.getPackageName().substring(BASE.length() + 1);
            if (each.isTopLevelClass() && !each.getSimpleName().equals("package-info")) {
                rooms.classes.computeIfAbsent(room, r -> new ArrayList<>()).add(each);
            }
            each.getPackage().tryGetAnnotationOfType(Room.class.getName())
                    .ifPresentOrElse(door -> rooms.doors.put(room, door), () -> rooms.withoutDoor.add(room));
        }
        return rooms;
    }

    Set<String> names() {
        return classes.keySet();
    }

    Set<String> withoutDoor() {
        return withoutDoor;
    }

    List<String> classes(String room) {
        return classes.getOrDefault(room, List.of()).stream().map(JavaClass::getSimpleName).sorted().toList();
    }

    /// What its door says that it may use.
    Set<String> uses(String room) {
        return new TreeSet<>(Arrays.asList((Object[]) say(room, "uses")).stream().map(String::valueOf).toList());
    }

    /// What its classes really use.
    Set<String> used(String room) {
        Set<String> used = new TreeSet<>();
        for (JavaClass each : classes.getOrDefault(room, List.of())) {
            all(each).flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType().getPackageName())
                    .filter(name -> name.startsWith(BASE + "."))
                    .map(name -> name.substring(BASE.length() + 1))
                    .filter(name -> !name.equals(room))
                    .forEach(used::add);
        }
        return used;
    }

    private static java.util.stream.Stream<JavaClass> all(JavaClass top) {
        return top.getPackage().getClasses().stream()
                .filter(c -> c.getName().equals(top.getName()) || c.getName().startsWith(top.getName() + "$"));
    }

    /// The rooms in an order in which each stands above those that it uses; fewer where they run in a circle.
    List<String> fromTheBottomUp() {
        List<String> order = new ArrayList<>();
        boolean more = true;
        while (more) {
            List<String> next = names().stream()
                    .filter(room -> !order.contains(room) && order.containsAll(uses(room)))
                    .toList();
            next.stream().findFirst().ifPresent(order::add);
            more = !next.isEmpty();
        }
        return order;
    }

    /// The rooms as a table in Markdown, from the bottom up.
    String table() {
        return fromTheBottomUp().stream()
                .map(room -> "| `" + room + "` | " + say(room, "takes") + " → " + say(room, "gives") + " | " + say(room, "never")
                        + " | "
                        + uses(room).stream().map(used -> "`" + used + "`").collect(Collectors.joining(" ")) + " |")
                .collect(Collectors.joining("\n", "| room | takes → gives | never | uses |\n| --- | --- | --- | --- |\n", ""));
    }

    private Object say(String room, String what) {
        return Objects.requireNonNull(doors.get(room), room).get(what).orElseThrow();
    }
}
