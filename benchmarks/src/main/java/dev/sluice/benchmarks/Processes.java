package dev.sluice.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs whole processes and measures them, from their start to their end. */
final class Processes {

  private static final Pattern SECONDS = Pattern.compile("(\\d+)m([\\d.]+)s");

  private Processes() {}

  /** A Java program of this class path. */
  static List<String> java(List<String> options, String main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(arguments);
    return command;
  }

  /**
   * Runs a command in a folder. Its exit code must be 0 or 1, and this text in what it printed:
   * what ended early is no figure.
   */
  static void run(List<String> command, Path folder, String printed, Cost cost)
      throws IOException, InterruptedException {
    // The shell tells what its children took of the processors.
    List<String> timed = new ArrayList<>(List.of("/bin/sh", "-c", "\"$@\" >out 2>err; code=$?;"));
    timed.set(2, timed.get(2) + " times >taken; exit $code");
    timed.add("sh");
    timed.addAll(command);
    long begun = System.nanoTime();
    Process process = new ProcessBuilder(timed).directory(folder.toFile()).start();
    long peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, process.descendants().mapToLong(Processes::peak).max().orElse(0));
      Thread.sleep(5);
    }
    double wall = (System.nanoTime() - begun) / 1e9;
    String out = Files.readString(folder.resolve("out"));
    if (process.exitValue() > 1 || !out.contains(printed)) {
      String errors = Files.readString(folder.resolve("err"));
      throw new IOException(String.join("\n", command.toString(), "no: " + printed, out, errors));
    }
    String taken = Files.readAllLines(folder.resolve("taken")).get(1);
    Matcher seconds = SECONDS.matcher(taken);
    double processor = 0;
    while (seconds.find()) {
      processor += Double.parseDouble(seconds.group(1)) * 60 + Double.parseDouble(seconds.group(2));
    }
    cost.add(wall, processor, peak);
  }

  /** The most memory a process held so far, in KiB, where the system tells; else 0. */
  private static long peak(ProcessHandle process) {
    File status = new File("/proc/" + process.pid() + "/status");
    try {
      return Files.readAllLines(status.toPath()).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException ended) {
      return 0;
    }
  }
}
