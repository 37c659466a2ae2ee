package dev.sluice.connectors.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.engine.report.JUnitReport;
import dev.sluice.engine.report.JsonReport;
import dev.sluice.engine.report.Report;
import dev.sluice.engine.report.TextReport;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What a run shows, in every form. */
final class Outputs {

  private Outputs() {}

  static String told(Report report) {
    return TextReport.render(report, TextReport.Options.PLAIN) + report.diagnostics();
  }

  static JsonNode json(Report report) throws Exception {
    return new ObjectMapper().readTree(JsonReport.write(report));
  }

  /** Nothing steers a terminal, the XML is XML, the JSON shows what cannot be seen as escapes. */
  static void harmless(Report report) throws Exception {
    for (String output :
        List.of(
            TextReport.render(
                report, new TextReport.Options(false, TextReport.Detail.VERBOSE, 100)),
            JsonReport.write(report),
            JUnitReport.write(report))) {
      assertThat(output.chars().filter(each -> each != '\n'))
          .noneMatch(
              each ->
                  Character.isISOControl(each) || "\u202e\u202c\u200b\u2028".indexOf(each) >= 0);
    }
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(JUnitReport.write(report))));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("testsuites");
  }
}
