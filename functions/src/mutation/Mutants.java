import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Mutants.java REPORT LEAST FLOOR: reads PIT's mutations.xml, prints the mutants that no test killed, class by class, and fails
/// where there are fewer mutants than LEAST, where no mutant was killed (PIT itself then says that all is well), or where fewer
/// than FLOOR percent of those that a test reaches were killed.
///
/// A mutant whose tests did not end in time counts as killed, as PIT has it.
class Mutants {

    private static final List<String> KILLED = List.of("KILLED", "TIMED_OUT", "MEMORY_ERROR");
    private static final List<String> ALIVE = List.of("SURVIVED", "NO_COVERAGE");

    public static void main(String[] args) throws Exception {
        Path report = Path.of(args[0]);
        Map<String, Integer> statuses = new TreeMap<>();
        List<String> alive = new ArrayList<>();
        if (Files.exists(report)) {
            NodeList mutants = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile())
                    .getElementsByTagName("mutation");
            for (int i = 0; i < mutants.getLength(); i++) {
                Element mutant = (Element) mutants.item(i);
                statuses.merge(mutant.getAttribute("status"), 1, Integer::sum);
                if (ALIVE.contains(mutant.getAttribute("status"))) {
                    alive.add("%s %4s %s: %s (%s)".formatted(text(mutant, "mutatedClass"), text(mutant, "lineNumber"),
                            text(mutant, "mutatedMethod"), text(mutant, "description"), mutant.getAttribute("status")));
                }
            }
        }
        alive.sort(null);
        alive.forEach(System.out::println);
        int all = statuses.values().stream().mapToInt(Integer::intValue).sum();
        int killed = KILLED.stream().mapToInt(s -> statuses.getOrDefault(s, 0)).sum();
        int covered = killed + statuses.getOrDefault("SURVIVED", 0);
        double strength = covered == 0 ? 0 : 100.0 * killed / covered;
        System.out.printf("%d mutants %s: test strength (killed of covered) %.1f %%%n", all, statuses, strength);
        require(all >= Integer.parseInt(args[1]), "there must be at least " + args[1] + " mutants: was anything mutated?");
        require(killed > 0, "no mutant was killed: did the tests run?");
        require(strength >= Double.parseDouble(args[2]), "the test strength must be at least " + args[2] + " %");
    }

    private static void require(boolean fulfilled, String what) {
        if (!fulfilled) {
            System.err.println("[ERROR] " + what);
            System.exit(1);
        }
    }

    private static String text(Element mutant, String name) {
        return mutant.getElementsByTagName(name).item(0).getTextContent();
    }
}
