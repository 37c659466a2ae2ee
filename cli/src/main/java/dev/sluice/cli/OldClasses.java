package dev.sluice.cli;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Class files of Java 5 and older in the form of Java 7, with the same instructions. The JVM
 * verifies the old form in a slower way at each start, and keeps no class of it in an archive.
 */
final class OldClasses {

  /** So many bytes of a file tell its form. */
  static final int HEAD = 8;

  private static final int MAGIC = 0xCAFEBABE;

  private OldClasses() {}

  /** Whether a file that begins with these bytes is a class of the old form. */
  static boolean isOld(byte[] head) {
    return head.length >= HEAD
        && number(head, 0) == MAGIC
        && (number(head, HEAD - Integer.BYTES) & 0xFFFF) < Opcodes.V1_6;
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 24
        | (bytes[at + 1] & 0xFF) << 16
        | (bytes[at + 2] & 0xFF) << 8
        | (bytes[at + 3] & 0xFF);
  }

  /**
   * A class in the new form; as it is where it has instructions that the new form has not, or needs
   * a class that is not there.
   */
  static byte[] renewed(byte[] file) {
    ClassWriter written = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    try {
      new ClassReader(file).accept(new Renewal(written), ClassReader.SKIP_FRAMES);
      return written.toByteArray();
    } catch (IllegalArgumentException | TypeNotPresentException stays) {
      return file;
    }
  }

  private static final class Renewal extends ClassVisitor {

    Renewal(ClassWriter written) {
      super(Opcodes.ASM9, written);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        String parent,
        String @Nullable [] interfaces) {
      super.visit(Opcodes.V1_7, access, name, signature, parent, interfaces);
    }
  }
}
