package dev.sluice.dsl.syntax;

import dev.sluice.dsl.source.Span;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A tree as text without its places, so that trees of different texts can be compared. */
public final class Shape {

  private Shape() {}

  public static String of(Object tree) {
    if (tree instanceof Name name) {
      return Printer.name(name);
    }
    if (tree instanceof List<?> list) {
      return list.stream().map(Shape::of).collect(Collectors.joining(", ", "[", "]"));
    }
    if (tree instanceof Optional<?> optional) {
      return optional.map(Shape::of).orElse("none");
    }
    if (!(tree instanceof Record)) {
      return tree.toString();
    }
    return Arrays.stream(tree.getClass().getRecordComponents())
        .filter(component -> component.getType() != Span.class)
        .map(component -> component.getName() + "=" + of(get(tree, component)))
        .collect(Collectors.joining(", ", tree.getClass().getSimpleName() + "(", ")"));
  }

  private static Object get(Object tree, RecordComponent component) {
    try {
      return component.getAccessor().invoke(tree);
    } catch (ReflectiveOperationException unexpected) {
      throw new LinkageError(unexpected.getMessage(), unexpected);
    }
  }
}
