package dev.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.engine.run.Interruption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages of {@code docs/errors} that show commands: the first command prints what the page says,
 * the second no diagnostic. {@code -Dgolden.update=true} writes the messages anew.
 */
class CommandPagesTest {

  private static final Path FOLDER = Path.of(System.getProperty("sluice.root"), "docs", "errors");
  private static final Pattern BLOCK = Pattern.compile("(?s)```(yaml|sql|csv|sh|text)\n(.*?)```\n");
  private static final Pattern TOLD = Pattern.compile("(?s)```text\n(.*?)```\n");

  private static final String ORDERS = "order_id,amount\n1,10.50\n2,7.25\n";

  @TempDir private Path directory = Path.of("");

  static Stream<Path> pages() throws IOException {
    List<Path> pages;
    try (Stream<Path> files = Files.list(FOLDER)) {
      pages = files.filter(page -> text(page).contains("```sh\n")).sorted().toList();
    }
    assertThat(pages).isNotEmpty();
    return pages.stream();
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void whatAPageShowsIsPrinted(Path page) throws IOException, SQLException {
    prepare();
    String text = text(page);
    String told = "";
    int commands = 0;
    for (MatchResult block : BLOCK.matcher(text).results().toList()) {
      String inside = block.group(2);
      switch (block.group(1)) {
        case "yaml" -> Files.writeString(directory.resolve("orders.yml"), inside);
        case "sql" -> Files.writeString(directory.resolve("load_orders.sql"), inside);
        case "csv" -> Files.writeString(directory.resolve("payments.csv"), inside);
        case "sh" -> {
          commands++;
          told = run(inside.strip());
          assertThat(told.isEmpty()).as("%s: %s", inside, told).isEqualTo(commands > 1);
        }
        default -> compare(page, text, inside, told);
      }
    }
    assertThat(commands).isEqualTo(2);
  }

  private void prepare() throws IOException, SQLException {
    Files.writeString(directory.resolve("orders.csv"), ORDERS);
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + directory.resolve("warehouse.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("create table orders (order_id bigint, amount double)");
      statement.execute("create table incoming (order_id bigint, amount double)");
      statement.execute("insert into incoming values (3, 1.00)");
    }
  }

  private static void compare(Path page, String text, String shown, String told)
      throws IOException {
    String code = page.getFileName().toString().replace(".md", "");
    assertThat(told).startsWith((code.startsWith("W") ? "warning[" : "error[") + code + "]");
    assertThat(told.lines().filter(line -> line.matches("(error|warning)\\[.*"))).hasSize(1);
    if (Boolean.getBoolean("golden.update")) {
      String block = Matcher.quoteReplacement("```text\n" + told + "```\n");
      Files.writeString(page, TOLD.matcher(text).replaceFirst(block));
    } else {
      assertThat(told).isEqualTo(shown);
    }
  }

  /** Runs a line of a shell and gives what it tells on standard error. */
  private String run(String line) {
    List<String> words = List.of(line.split(" "));
    assertThat(words.get(0)).isEqualTo("sluice");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false,
            false,
            100,
            Map.of(),
            directory);
    Sluice.run(surroundings, new RealEngine(new Interruption()), words.subList(1, words.size()));
    String told = err.toString(UTF_8);
    return told.isEmpty() ? "" : told.stripTrailing() + "\n";
  }
}
