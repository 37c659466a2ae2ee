package dev.sluice.connectors.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a CSV record by record, as bytes, because most fields are never needed as text. Quote and
 * escape are {@code "}; a line ends in LF, CRLF or CR, one kind in a file. Not safe for threads.
 *
 * <p>This is a second reader beside the database's own on purpose: the database's row count is
 * compared with what is counted here, so that no row is lost in silence.
 */
final class CsvRecords implements Closeable {

  private static final int END = -1;
  private static final byte QUOTE = '"';

  /** What DuckDB takes for a row. */
  private static final int MOST_BYTES = 2_000_000;

  private static final int MOST_FIELDS = 100_000;

  private final InputStream stream;
  private final String file;
  private final byte delimiter;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;

  private byte[] record = new byte[1 << 10];
  private int length;
  private int[] ends = new int[16];
  private boolean[] quoted = new boolean[16];
  private long[] lines = new long[16];
  private int fields;
  private boolean beyondAscii;

  private long line = 1;
  private int lineEnd = END;

  CsvRecords(InputStream stream, String file, byte delimiter) throws IOException {
    this.stream = stream;
    this.file = file;
    this.delimiter = delimiter;
    skipByteOrderMark();
  }

  private void skipByteOrderMark() throws IOException {
    limit = Math.max(0, stream.readNBytes(buffer, 0, buffer.length));
    if (limit >= 3
        && buffer[0] == (byte) 0xEF
        && buffer[1] == (byte) 0xBB
        && buffer[2] == (byte) 0xBF) {
      position = 3;
    }
  }

  /** Reads the next record; false at the file's end. */
  boolean next() throws IOException {
    length = 0;
    fields = 0;
    beyondAscii = false;
    int first = read();
    if (first == END) {
      return false;
    }
    int following = first;
    do {
      following = field(following);
      if (following == delimiter) {
        following = read();
      } else {
        endLine(following);
        checkEncoding();
        return true;
      }
    } while (true);
  }

  /** Reads one field whose first byte is given; the byte that ended it is the answer. */
  private int field(int first) throws IOException {
    long start = line;
    int current = first;
    boolean inQuotes = current == QUOTE;
    if (inQuotes) {
      current = quotedPart(start);
      if (current != delimiter && current != '\n' && current != '\r' && current != END) {
        throw CsvError.at(
            file, line, "text after a closing quote; write `\"\"` for a quote inside a field");
      }
    } else {
      while (current != delimiter && current != '\n' && current != '\r' && current != END) {
        append(current);
        current = read();
      }
    }
    endField(inQuotes, start);
    return current;
  }

  private int quotedPart(long start) throws IOException {
    while (true) {
      int current = read();
      if (current == END) {
        throw CsvError.at(file, start, "a quote is opened and never closed");
      }
      if (current == QUOTE) {
        current = read();
        if (current != QUOTE) {
          return current;
        }
      } else if (current == '\n' || (current == '\r' && peek() != '\n')) {
        line++;
      }
      append(current);
    }
  }

  private void endLine(int current) throws IOException {
    if (current == END) {
      return;
    }
    int kind = current;
    if (current == '\r' && peek() == '\n') {
      read();
      kind = 0;
    }
    if (lineEnd != END && lineEnd != kind) {
      throw CsvError.at(
          file, line, "it ends in " + name(kind) + ", the lines before in " + name(lineEnd));
    }
    lineEnd = kind;
    line++;
  }

  private static String name(int lineEnd) {
    return lineEnd == 0 ? "CRLF" : lineEnd == '\n' ? "LF" : "CR";
  }

  private void checkEncoding() throws CsvError {
    if (beyondAscii) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(record, 0, length));
      } catch (CharacterCodingException malformed) {
        throw CsvError.at(file, lines[0], "it is not UTF-8; save the file as UTF-8");
      }
    }
  }

  private int read() throws IOException {
    if (position == limit && !fill()) {
      return END;
    }
    return buffer[position++] & 0xFF;
  }

  private int peek() throws IOException {
    return position == limit && !fill() ? END : buffer[position] & 0xFF;
  }

  private boolean fill() throws IOException {
    limit = Math.max(0, stream.read(buffer, 0, buffer.length));
    position = 0;
    return limit > 0;
  }

  private void append(int value) throws CsvError {
    if (length == MOST_BYTES) {
      throw CsvError.at(file, line, "a row of more than 2,000,000 bytes");
    }
    if (length == record.length) {
      record = Arrays.copyOf(record, length * 2);
    }
    beyondAscii |= value > 0x7F;
    record[length++] = (byte) value;
  }

  private void endField(boolean inQuotes, long start) throws CsvError {
    if (fields == MOST_FIELDS) {
      throw CsvError.at(file, start, "a row of more than 100,000 fields");
    }
    if (fields == ends.length) {
      ends = Arrays.copyOf(ends, fields * 2);
      quoted = Arrays.copyOf(quoted, fields * 2);
      lines = Arrays.copyOf(lines, fields * 2);
    }
    ends[fields] = length;
    quoted[fields] = inQuotes;
    lines[fields] = start;
    fields++;
  }

  int fields() {
    return fields;
  }

  /** Whether the record is an empty line. */
  boolean isBlank() {
    return fields == 1 && length == 0 && !quoted[0];
  }

  /** An empty field without quotes is null. */
  boolean isNull(int field) {
    return start(field) == ends[field] && !quoted[field];
  }

  /** The bytes that {@link #start} and {@link #end} point into, until the next record is read. */
  byte[] bytes() {
    return record;
  }

  int start(int field) {
    return field == 0 ? 0 : ends[field - 1];
  }

  int end(int field) {
    return ends[field];
  }

  String text(int field) {
    return new String(record, start(field), end(field) - start(field), StandardCharsets.UTF_8);
  }

  /** The line in which a field of this record starts, from 1. */
  long line(int field) {
    return lines[field];
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
