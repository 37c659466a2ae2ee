package dev.sluice.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Every constructed report in every rendering, against files. */
class ReportRenderingTest {

  @ParameterizedTest
  @EnumSource
  void json(Reports reports) throws IOException {
    String json = JsonReport.write(reports.report());

    Golden.check(name(reports) + ".json", json);
    assertThat(new ObjectMapper().readTree(json).path("version").asInt()).isEqualTo(1);
    assertThat(json).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @EnumSource
  void junit(Reports reports) throws Exception {
    String xml = JUnitReport.write(reports.report());

    Golden.check(name(reports) + ".xml", xml);
    assertThat(xml).doesNotContain("hunter2");
    Element root = parse(xml).getDocumentElement();
    int bad =
        root.getElementsByTagName("failure").getLength()
            + root.getElementsByTagName("error").getLength();
    assertThat(bad > 0).as("failures or errors").isEqualTo(reports.report().exitCode() != 0);
    assertThat(root.getAttribute("tests"))
        .isEqualTo(Integer.toString(root.getElementsByTagName("testcase").getLength()));
  }

  @ParameterizedTest
  @EnumSource
  void text(Reports reports) throws IOException {
    String text = TextReport.render(reports.report(), TextReport.Options.PLAIN);

    Golden.check(name(reports) + ".txt", text);
    assertThat(text).doesNotContain("hunter2");
    assertThat(text.codePoints().filter(each -> each != '\n'))
        .noneMatch(each -> Character.getType(each) == Character.CONTROL);
  }

  @ParameterizedTest
  @EnumSource(names = {"MET", "WARNED", "FAILED", "SKIPPED", "INVALID", "ERROR"})
  void quiet(Reports reports) throws IOException {
    TextReport.Options quiet = new TextReport.Options(false, TextReport.Detail.QUIET, 100);

    Golden.check(name(reports) + ".quiet.txt", TextReport.render(reports.report(), quiet));
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "HOSTILE"})
  void verbose(Reports reports) throws IOException {
    TextReport.Options verbose = new TextReport.Options(true, TextReport.Detail.VERBOSE, 60);

    Golden.check(name(reports) + ".verbose.txt", TextReport.render(reports.report(), verbose));
  }

  @Test
  void coloursOnlyAddSequences() {
    for (Reports reports : Reports.values()) {
      TextReport.Options coloured = new TextReport.Options(true, TextReport.Detail.NORMAL, 100);

      assertThat(TextReport.render(reports.report(), coloured).replaceAll("\u001b\\[[0-9;]*m", ""))
          .isEqualTo(TextReport.render(reports.report(), TextReport.Options.PLAIN));
    }
  }

  @Test
  void jsonKeepsValuesExactly() throws IOException {
    JsonNode report = new ObjectMapper().readTree(JsonReport.write(Reports.HOSTILE.report()));

    JsonNode samples = report.at("/suites/0/expectations/0/samples");
    assertThat(samples.at("/1/v").textValue()).isEqualTo("tab\tnul\u0000bell\u0007\u009b31m\uFFFE");
    assertThat(samples.at("/3/v").textValue()).hasSize(5_000);
    assertThat(samples.at("/4/v").textValue()).isEqualTo("\u2028sep\u2029");
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static String name(Reports reports) {
    return reports.name().toLowerCase(Locale.ROOT);
  }
}
