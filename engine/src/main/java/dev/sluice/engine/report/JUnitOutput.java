package dev.sluice.engine.report;

import dev.sluice.dsl.diagnostic.Redaction;
import dev.sluice.dsl.diagnostic.TerminalText;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Suites and cases in the form that build servers agree on. */
final class JUnitOutput {

  /** How a case came out; told cases passed and have something to say. */
  enum Kind {
    PASSED,
    TOLD,
    FAILURE,
    ERROR,
    SKIPPED
  }

  record Case(String className, String name, Kind kind, String message, String details) {}

  record Suite(String name, List<Case> cases) {

    boolean isBad() {
      return count(Kind.FAILURE) + count(Kind.ERROR) > 0;
    }

    long count(Kind kind) {
      return cases.stream().filter(each -> each.kind() == kind).count();
    }
  }

  private final XMLStreamWriter xml;

  private JUnitOutput(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String write(List<Suite> suites, Instant startedAt, long elapsedMs) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      new JUnitOutput(xml).document(suites, startedAt, elapsedMs);
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("a text in memory could not be written", impossible);
    }
    return text.append('\n').toString();
  }

  private void document(List<Suite> suites, Instant startedAt, long elapsedMs)
      throws XMLStreamException {
    List<Case> all = suites.stream().flatMap(each -> each.cases().stream()).toList();
    String seconds = BigDecimal.valueOf(elapsedMs, 3).toPlainString();
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuites");
    attribute("name", "sluice");
    counts(new Suite("sluice", all));
    attribute("time", seconds);
    for (Suite suite : suites) {
      line(1);
      xml.writeStartElement("testsuite");
      attribute("name", Redaction.mask(suite.name()));
      counts(suite);
      attribute("time", suites.size() == 1 ? seconds : "0");
      attribute("timestamp", moment(startedAt));
      for (Case each : suite.cases()) {
        testCase(each);
      }
      line(1);
      xml.writeEndElement();
    }
    line(0);
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void counts(Suite suite) throws XMLStreamException {
    attribute("tests", Integer.toString(suite.cases().size()));
    attribute("failures", Long.toString(suite.count(Kind.FAILURE)));
    attribute("errors", Long.toString(suite.count(Kind.ERROR)));
    attribute("skipped", Long.toString(suite.count(Kind.SKIPPED)));
  }

  private void testCase(Case each) throws XMLStreamException {
    line(2);
    if (each.kind() == Kind.PASSED) {
      xml.writeEmptyElement("testcase");
      identity(each);
      return;
    }
    xml.writeStartElement("testcase");
    identity(each);
    line(3);
    switch (each.kind()) {
      case SKIPPED -> {
        xml.writeEmptyElement("skipped");
        attribute("message", each.message());
      }
      case TOLD -> {
        xml.writeStartElement("system-out");
        xml.writeCharacters(lines(each.details()));
        xml.writeEndElement();
      }
      default -> {
        String element = each.kind().name().toLowerCase(Locale.ROOT);
        xml.writeStartElement(element);
        attribute("message", each.message());
        attribute("type", element);
        xml.writeCharacters(lines(each.details()));
        xml.writeEndElement();
      }
    }
    line(2);
    xml.writeEndElement();
  }

  private void identity(Case each) throws XMLStreamException {
    attribute("classname", Redaction.mask(each.className()));
    attribute("name", Redaction.mask(each.name()));
    attribute("time", "0");
  }

  private void attribute(String name, String value) throws XMLStreamException {
    // what cannot be seen cannot stand in XML either: nearly all control characters
    xml.writeAttribute(name, TerminalText.visible(value));
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static String moment(Instant instant) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
        instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
  }

  private static String lines(String text) {
    return text.lines().map(TerminalText::visible).collect(Collectors.joining("\n"));
  }
}
