package dev.sluice.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * No class needs itself to be initialised, by way of another class. Two threads that begin at
 * different ends of such a circle wait for each other for ever, and a process begins with two: the
 * run, and its head start.
 */
final class InitialisationTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sluice");

  @Test
  void goesInNoCircles() {
    Map<String, Set<String>> needed = new TreeMap<>();
    for (JavaClass each : CLASSES) {
      needed.put(each.getName(), needed(each));
    }
    assertThat(needed.values().stream().mapToInt(Set::size).sum()).isGreaterThan(100);
    assertThat(needed.keySet().stream().filter(each -> reaches(each, each, needed))).isEmpty();
  }

  private static boolean reaches(String from, String to, Map<String, Set<String>> needed) {
    Set<String> seen = new HashSet<>();
    Deque<String> left = new ArrayDeque<>(needed.getOrDefault(from, Set.of()));
    while (!left.isEmpty()) {
      String next = left.pop();
      if (next.equals(to)) {
        return true;
      }
      if (seen.add(next)) {
        left.addAll(needed.getOrDefault(next, Set.of()));
      }
    }
    return false;
  }

  // What its initialiser and its parents touch, and whatever is called on the way.
  private static Set<String> needed(JavaClass initialised) {
    Set<String> needed = new TreeSet<>();
    initialised
        .getRawSuperclass()
        .filter(InitialisationTest::isOurs)
        .ifPresent(each -> needed.add(each.getName()));
    Set<JavaCodeUnit> seen = new HashSet<>();
    Deque<JavaCodeUnit> left = new ArrayDeque<>();
    initialised.getStaticInitializer().ifPresent(left::add);
    while (!left.isEmpty()) {
      JavaCodeUnit unit = left.pop();
      if (seen.add(unit)) {
        for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
          JavaClass touched = access.getTargetOwner();
          if (isOurs(touched) && !touched.equals(initialised)) {
            needed.add(touched.getName());
          }
          access
              .getTarget()
              .resolveMember()
              .filter(JavaCodeUnit.class::isInstance)
              .ifPresent(each -> left.add((JavaCodeUnit) each));
        }
      }
    }
    return needed;
  }

  private static boolean isOurs(JavaClass each) {
    return each.getName().startsWith("dev.sluice.");
  }
}
