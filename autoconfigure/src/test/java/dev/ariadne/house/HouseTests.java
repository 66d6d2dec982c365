package dev.ariadne.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.BeanFactory;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Which package may see which.
 */
class HouseTests {

    private static final String ROOT = "dev.ariadne";

    private static final JavaClasses CLASSES = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT);

    /** What each room may see of the house, besides itself. */
    static final List<Map.Entry<String, List<String>>> ROOMS = List.of(
            Map.entry(ROOT + ".contact", List.of()),
            Map.entry(ROOT + ".json", List.of()),
            Map.entry(ROOT + ".message", List.of(ROOT + ".json", ROOT + ".contact")),
            Map.entry(ROOT + ".call", List.of(ROOT + ".message", ROOT + ".contact", ROOT + ".json")),
            Map.entry(ROOT + ".concurrent", List.of()),
            Map.entry(ROOT, List.of(ROOT + ".message", ROOT + ".contact", ROOT + ".call")),
            Map.entry(ROOT + ".event..", List.of(ROOT, ROOT + ".message", ROOT + ".contact", ROOT + ".call")),
            Map.entry(ROOT + ".connector", List.of(ROOT, ROOT + ".message", ROOT + ".contact", ROOT + ".event..",
                    ROOT + ".concurrent", ROOT + ".call")),
            Map.entry(ROOT + ".connector.mirai", List.of(ROOT, ROOT + ".message", ROOT + ".contact",
                    ROOT + ".event..", ROOT + ".concurrent", ROOT + ".connector", ROOT + ".call", ROOT + ".json")),
            Map.entry(ROOT + ".connector.mirai.web", List.of(ROOT + ".connector.mirai")),
            Map.entry(ROOT + ".connector.sandbox", List.of(ROOT, ROOT + ".message", ROOT + ".contact",
                    ROOT + ".event..", ROOT + ".concurrent", ROOT + ".connector", ROOT + ".call", ROOT + ".json")),
            Map.entry(ROOT + ".account", List.of(ROOT, ROOT + ".message", ROOT + ".event..", ROOT + ".concurrent",
                    ROOT + ".connector", ROOT + ".call")),
            Map.entry(ROOT + ".background", List.of(ROOT, ROOT + ".message", ROOT + ".event..",
                    ROOT + ".concurrent", ROOT + ".account")),
            Map.entry(ROOT + ".test", List.of(ROOT, ROOT + ".message", ROOT + ".event..", ROOT + ".concurrent",
                    ROOT + ".background")),
            Map.entry(ROOT + ".autoconfigure..", List.of(ROOT + "..")));

    @ParameterizedTest
    @FieldSource("ROOMS")
    void whenARoomIsLookedAtThenItSeesOnlyWhatItMay(Map.Entry<String, List<String>> room) {
        List<String> allowed = new ArrayList<>(room.getValue());
        allowed.add(room.getKey());
        List<String> forbidden = ROOMS.stream().map(Map.Entry::getKey).filter((name) -> !allowed.contains(name))
            .toList();
        if (allowed.contains(ROOT + "..")) {
            return;
        }
        noClasses().that().resideInAPackage(room.getKey()).should().dependOnClassesThat()
            .resideInAnyPackage(forbidden.toArray(String[]::new)).check(CLASSES);
    }

    @Test
    void whenAClassIsAddedThenItIsInOneOfTheRooms() {
        classes().should().resideInAnyPackage(ROOMS.stream().map(Map.Entry::getKey).toArray(String[]::new))
            .check(CLASSES);
    }

    @Test
    void whenSpringBootOrMetricsAreUsedThenByTheWiringOnly() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".autoconfigure..").should().dependOnClassesThat()
            .resideInAnyPackage("org.springframework.boot..", "io.micrometer..").check(CLASSES);
    }

    @Test
    void whenTheServletStackIsUsedThenByItsOwnRoomAndTheWiringOnly() {
        noClasses().that().resideOutsideOfPackages(ROOT + ".connector.mirai.web", ROOT + ".autoconfigure..").should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "jakarta.websocket..", "org.springframework.web..")
            .check(CLASSES);
    }

    @Test
    void whenSomethingIsStaticThenItHoldsNothingOfAnApplication() {
        // It would outlive the application, and keep the class loader that devtools throws away.
        fields().that().areStatic().should().beFinal().check(CLASSES);
        noFields().that().areStatic().should().haveRawType(assignableTo(ConcurrentMap.class))
            .orShould().haveRawType(assignableTo(AtomicReference.class))
            .orShould().haveRawType(assignableTo(BeanFactory.class)).check(CLASSES);
    }

    @Test
    void whenPackagesSeeEachOtherThenNotInCycles() {
        SliceRule rule = slices().matching("dev.(ariadne.*)..").should().beFreeOfCycles();
        rule.check(CLASSES);
        slices().matching("dev.ariadne.(**)").should().beFreeOfCycles().check(CLASSES);
    }

}
