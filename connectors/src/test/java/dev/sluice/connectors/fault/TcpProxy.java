package dev.sluice.connectors.fault;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A way to a server on the loopback interface that can be cut, or fall silent, in mid-sentence. */
final class TcpProxy implements AutoCloseable {

  private static final int BUFFER = 8192;

  /** Who speaks. */
  enum Side {
    CLIENT,
    SERVER
  }

  /** What happens where a way ends. */
  enum End {
    /** The connection is closed; the next one goes through. */
    CUT,
    /** All connections are closed, and no other goes through. */
    DOWN,
    /** Nothing is closed and nothing arrives any more, on this connection and on others. */
    SILENT
  }

  private final ServerSocket entrance;
  private final int port;
  private final List<Closeable> open = new ArrayList<>();
  private final Map<Side, Long> passed = new EnumMap<>(Side.class);
  private Side side = Side.SERVER;
  private long limit = Long.MAX_VALUE;
  private String word = "";
  private int times;
  private End end = End.CUT;
  private boolean down;
  private boolean silent;

  TcpProxy(int port) throws IOException {
    this.port = port;
    this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** Lets everything through from now on. */
  synchronized void restore() {
    closeAll();
    passed.clear();
    limit = Long.MAX_VALUE;
    times = 0;
    down = false;
    silent = false;
  }

  /** The way ends after so many bytes of one side, over all connections. */
  synchronized void endAfter(Side speaker, long bytes, End how) {
    side = speaker;
    limit = bytes;
    end = how;
  }

  /** The client's way is cut when it has said a word so often; the server hears it. */
  synchronized void cutAfter(String said, int often) {
    word = said;
    times = often;
  }

  /** How many bytes one side has said. */
  synchronized long passed(Side speaker) {
    return passed.getOrDefault(speaker, 0L);
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = entrance.accept();
      if (isDown()) {
        client.close();
        continue;
      }
      Socket server;
      try {
        server = new Socket(InetAddress.getLoopbackAddress(), port);
      } catch (IOException isGone) {
        client.close();
        continue;
      }
      synchronized (this) {
        open.add(client);
        open.add(server);
      }
      start(() -> carry(client, server, Side.CLIENT));
      start(() -> carry(server, client, Side.SERVER));
    }
  }

  private synchronized boolean isDown() {
    return down;
  }

  private void carry(Socket from, Socket to, Side speaker) throws IOException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        int let = let(speaker, buffer, read);
        out.write(buffer, 0, let);
        out.flush();
        if (let < read || isWordOut()) {
          if (isSilent()) {
            Thread.sleep(Long.MAX_VALUE);
          }
          if (isDown()) {
            closeAll();
          }
          return;
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isSilent() {
    return silent;
  }

  private synchronized boolean isWordOut() {
    boolean out = times < 0;
    if (out) {
      times = 0;
    }
    return out;
  }

  private synchronized int let(Side speaker, byte[] bytes, int count) {
    if (silent) {
      return 0;
    }
    long before = passed(speaker);
    passed.put(speaker, before + count);
    if (speaker == Side.CLIENT && times > 0) {
      String text = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
      for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        times--;
        if (times == 0) {
          times = -1;
        }
      }
    }
    if (speaker != side || before + count <= limit || before > limit) {
      return count;
    }
    down = end == End.DOWN;
    silent = end == End.SILENT;
    return (int) (limit - before);
  }

  private synchronized void closeAll() {
    for (Closeable each : open) {
      try {
        each.close();
      } catch (IOException gone) {
        continue;
      }
    }
    open.clear();
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException ended) {
                return;
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    closeAll();
  }
}
