package dev.ariadne.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Writes what JaCoCo and PIT have found into one page, {@code mutation.md}: a table of classes and a list of the
 * mutants that no test has noticed. Run by the Maven profile {@code mutation}.
 */
final class MutationReport {

    private static final String HEAD = """
            | class | lines | branches | killed | survived | not covered | score |
            |---|---|---|---|---|---|---|
            """;

    private static final Set<String> UNNOTICED = Set.of("SURVIVED", "NO_COVERAGE");

    private final Map<String, Figures> classes = new TreeMap<>();

    private final List<Mutant> unnoticed = new ArrayList<>();

    private MutationReport() {
    }

    /**
     * Writes the page.
     *
     * @param arguments the folder that holds both reports, and will hold the page
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        MutationReport report = new MutationReport();
        report.readMutants(folder.resolve("pit-reports/mutations.xml"));
        report.readCoverage(folder.resolve("site/jacoco/jacoco.csv"));
        Path page = folder.resolve("mutation.md");
        Files.writeString(page, report.write());
        System.out.println("Coverage and mutants: " + page);
    }

    private void readMutants(Path file) throws Exception {
        Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile())
            .getDocumentElement();
        NodeList mutations = root.getElementsByTagName("mutation");
        for (int i = 0; i < mutations.getLength(); i++) {
            Mutant mutant = Mutant.of((Element) mutations.item(i));
            figuresOf(mutant.className()).count(mutant.status());
            if (UNNOTICED.contains(mutant.status())) {
                this.unnoticed.add(mutant);
            }
        }
        this.unnoticed.sort(Comparator.comparing(Mutant::className).thenComparingInt(Mutant::line));
    }

    /** Adds the coverage of the classes in packages that have mutants. */
    private void readCoverage(Path file) throws IOException {
        Set<String> packages = packages();
        for (String row : Files.readAllLines(file)) {
            String[] cells = row.split(",", -1);
            if (packages.contains(cells[1])) {
                Figures figures = figuresOf(cells[1] + "." + cells[2].replaceFirst("[.$].*", ""));
                figures.branches.add(Integer.parseInt(cells[6]), Integer.parseInt(cells[5]));
                figures.lines.add(Integer.parseInt(cells[8]), Integer.parseInt(cells[7]));
            }
        }
    }

    private Figures figuresOf(String className) {
        return this.classes.computeIfAbsent(className, (name) -> new Figures());
    }

    private Set<String> packages() {
        return this.classes.keySet().stream().map(MutationReport::packageOf)
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private String write() {
        StringBuilder page = new StringBuilder("# Coverage and mutants\n\nEach class by JaCoCo (`site/jacoco`) and PIT"
                + " (`pit-reports`), on JDK " + Runtime.version().feature() + ".\n\n").append(HEAD);
        Set<String> packages = packages();
        for (String packageName : packages) {
            Figures sum = new Figures();
            inPackage(packageName).forEach((entry) -> sum.add(entry.getValue()));
            page.append(sum.row("**" + packageName + "**"));
        }
        for (String packageName : packages) {
            page.append("\n## ").append(packageName).append("\n\n").append(HEAD);
            inPackage(packageName).forEach((entry) -> page.append(entry.getValue().row(simpleName(entry.getKey()))));
            page.append("\nMutants that no test has noticed:\n\n| where | what | |\n|---|---|---|\n");
            this.unnoticed.stream().filter((mutant) -> packageOf(mutant.className()).equals(packageName))
                .forEach((mutant) -> page.append(mutant.row()));
        }
        return page.toString();
    }

    private Stream<Map.Entry<String, Figures>> inPackage(String packageName) {
        return this.classes.entrySet().stream().filter((entry) -> packageOf(entry.getKey()).equals(packageName));
    }

    private static String packageOf(String className) {
        return className.substring(0, className.lastIndexOf('.'));
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** Of something that tests reach, how much they do. */
    private static final class Share {

        private int reached;

        private int missed;

        void add(int reached, int missed) {
            this.reached += reached;
            this.missed += missed;
        }

        @Override
        public String toString() {
            int all = this.reached + this.missed;
            return (all == 0) ? "–" : "%d/%d (%d %%)".formatted(this.reached, all, 100 * this.reached / all);
        }

    }

    /** The figures of a class with those nested in it, or of a package. */
    private static final class Figures {

        private final Share lines = new Share();

        private final Share branches = new Share();

        private int killed;

        private int survived;

        private int notCovered;

        void count(String status) {
            switch (status) {
                case "SURVIVED" -> this.survived++;
                case "NO_COVERAGE" -> this.notCovered++;
                default -> this.killed++;
            }
        }

        void add(Figures other) {
            this.lines.add(other.lines.reached, other.lines.missed);
            this.branches.add(other.branches.reached, other.branches.missed);
            this.killed += other.killed;
            this.survived += other.survived;
            this.notCovered += other.notCovered;
        }

        String row(String name) {
            Share score = new Share();
            score.add(this.killed, this.survived + this.notCovered);
            return "| %s | %s | %s | %d | %d | %d | %s |%n".formatted(name, this.lines, this.branches, this.killed,
                    this.survived, this.notCovered, score);
        }

    }

    private record Mutant(String className, String file, int line, String method, String mutator, String description,
            String status) {

        static Mutant of(Element mutation) {
            String className = text(mutation, "mutatedClass").replaceFirst("\\$.*", "");
            String mutator = text(mutation, "mutator");
            return new Mutant(className, text(mutation, "sourceFile"),
                    Integer.parseInt(text(mutation, "lineNumber")), text(mutation, "mutatedMethod"),
                    mutator.substring(mutator.lastIndexOf('.') + 1).replace("Mutator", ""),
                    text(mutation, "description").replaceFirst(" for dev/.*", ""), mutation.getAttribute("status"));
        }

        private static String text(Element mutation, String tag) {
            return mutation.getElementsByTagName(tag).item(0).getTextContent();
        }

        String row() {
            return "| %s:%d `%s` | %s (%s) | %s |%n".formatted(this.file, this.line, this.method,
                    this.description.replace("|", "\\|"), this.mutator,
                    this.status.equals("SURVIVED") ? "survived" : "not covered");
        }

    }

}
