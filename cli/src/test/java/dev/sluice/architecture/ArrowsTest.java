package dev.sluice.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Dependencies point one way: between modules, and between the rooms of a module. */
final class ArrowsTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sluice");

  /** Each room may use itself and those before it. */
  private static final List<String> DSL =
      List.of(
          "source",
          "diagnostic",
          "yaml",
          "syntax",
          "type",
          "table",
          "function",
          "expression",
          "value",
          "check",
          "format");

  private static final List<String> ENGINE =
      List.of(
          "report",
          "connector",
          "catalogue",
          "plan",
          "sql",
          "script",
          "run",
          "judge",
          "audit",
          "explain",
          "request",
          "gate",
          "prepare",
          "suggest",
          "flow");

  @Test
  void theLanguageKnowsNoDatabase() {
    noClasses()
        .that()
        .resideInAPackage("dev.sluice.dsl..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..",
            "javax.sql..",
            "org.apache.calcite..",
            "org.jdbi..",
            "dev.sluice.engine..",
            "dev.sluice.connectors..",
            "dev.sluice.cli..")
        .check(CLASSES);
  }

  @Test
  void theEngineKnowsNoConnector() {
    noClasses()
        .that()
        .resideInAPackage("dev.sluice.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.sluice.connectors..", "dev.sluice.cli..", "org.duckdb..", "org.postgresql..")
        .check(CLASSES);
  }

  @Test
  void connectorsKnowNoCommandLine() {
    noClasses()
        .that()
        .resideInAPackage("dev.sluice.connectors..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.sluice.cli..")
        .check(CLASSES);
  }

  @Test
  void roomsOfTheLanguageStandInOrder() {
    inOrder("dev.sluice.dsl.", DSL);
  }

  @Test
  void roomsOfTheEngineStandInOrder() {
    inOrder("dev.sluice.engine.", ENGINE);
  }

  @Test
  void whatIsInternalStaysInItsModule() {
    for (String module : List.of("dsl", "engine", "connectors", "cli")) {
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sluice." + module + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.sluice." + module + "..internal..")
          .allowEmptyShould(true)
          .check(CLASSES);
    }
  }

  private static void inOrder(String prefix, List<String> rooms) {
    assertThat(rooms(prefix)).as("every room has its place in the order").isSubsetOf(rooms);
    for (int index = 0; index < rooms.size(); index++) {
      String[] later =
          rooms.subList(index + 1, rooms.size()).stream()
              .map(each -> prefix + each + "..")
              .toArray(String[]::new);
      if (later.length > 0) {
        noClasses()
            .that()
            .resideInAPackage(prefix + rooms.get(index) + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(later)
            .allowEmptyShould(true)
            .check(CLASSES);
      }
    }
  }

  private static Set<String> rooms(String prefix) {
    return CLASSES.stream()
        .map(each -> each.getPackageName())
        .filter(each -> each.startsWith(prefix))
        .map(each -> each.substring(prefix.length()).split("\\.", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
