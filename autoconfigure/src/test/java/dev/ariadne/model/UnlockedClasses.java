package dev.ariadne.model;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.ariadne.Ariadne;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/**
 * The classes of this project once more, with a bug in each: what they take for a lock does not lock.
 */
final class UnlockedClasses {

    private static final String LOCK = "java/util/concurrent/locks/ReentrantLock";

    private static final String NO_LOCK = Type.getInternalName(NoLock.class);

    private UnlockedClasses() {
    }

    /** Writes them into a folder. */
    static void write(Path folder) throws IOException, URISyntaxException {
        Path classes = Path.of(Ariadne.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.filter((file) -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            Path copy = folder.resolve(classes.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            ClassWriter writer = new ClassWriter(0);
            new ClassReader(Files.readAllBytes(file)).accept(new Unlocking(writer), 0);
            Files.write(copy, writer.toByteArray());
        }
    }

    /** Creates another lock wherever one is created. */
    private static final class Unlocking extends ClassVisitor {

        Unlocking(ClassWriter writer) {
            super(Opcodes.ASM9, writer);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(this.api, super.visitMethod(access, name, descriptor, signature, exceptions)) {

                @Override
                public void visitTypeInsn(int opcode, String type) {
                    super.visitTypeInsn(opcode, replaced(opcode == Opcodes.NEW, type));
                }

                @Override
                public void visitMethodInsn(int opcode, String owner, String method, String methodDescriptor,
                        boolean isInterface) {
                    boolean creation = opcode == Opcodes.INVOKESPECIAL && method.equals("<init>");
                    super.visitMethodInsn(opcode, replaced(creation, owner), method, methodDescriptor, isInterface);
                }

            };
        }

        private static String replaced(boolean creation, String type) {
            return (creation && type.equals(LOCK)) ? NO_LOCK : type;
        }

    }

}
