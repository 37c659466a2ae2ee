package dev.sluice.engine.flow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short text that differs when a suite's text differs: SHA-256, in hexadecimal. */
final class Fingerprint {

  private Fingerprint() {}

  static String of(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      // Every Java platform must have SHA-256.
      throw new IllegalStateException(missing);
    }
  }
}
