package dev.sluice.dsl.syntax.internal;

/** The builders of one reading, which call each other as the grammar's rules do. */
final class Trees {

  private final Reading<?> reading;
  private final NameTrees names;
  private final LiteralTrees literals;
  private final ValueTrees values;
  private final TestTrees tests;
  private final CheckTrees checks;
  private final ToleranceTrees tolerances;
  private final ActionTrees actions;
  private final LineTrees lines;

  Trees(Reading<?> reading) {
    this.reading = reading;
    this.names = new NameTrees(this);
    this.literals = new LiteralTrees(this);
    this.values = new ValueTrees(this);
    this.tests = new TestTrees(this);
    this.checks = new CheckTrees(this);
    this.tolerances = new ToleranceTrees(this);
    this.actions = new ActionTrees(this);
    this.lines = new LineTrees(this);
  }

  Reading<?> reading() {
    return reading;
  }

  Tokens tokens() {
    return reading.tokens();
  }

  NameTrees names() {
    return names;
  }

  LiteralTrees literals() {
    return literals;
  }

  ValueTrees values() {
    return values;
  }

  TestTrees tests() {
    return tests;
  }

  CheckTrees checks() {
    return checks;
  }

  ToleranceTrees tolerances() {
    return tolerances;
  }

  ActionTrees actions() {
    return actions;
  }

  LineTrees lines() {
    return lines;
  }
}
