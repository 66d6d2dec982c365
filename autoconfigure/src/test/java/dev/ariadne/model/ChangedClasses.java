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

/**
 * Classes of this project once more, changed.
 */
public final class ChangedClasses {

    private ChangedClasses() {
    }

    /** Returns the folder that holds the classes of this project. */
    public static Path classes() throws URISyntaxException {
        return Path.of(Ariadne.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Writes all classes into a folder, changed. */
    static void writeAll(Path folder, Change change) throws IOException, URISyntaxException {
        List<String> names;
        Path classes = classes();
        try (Stream<Path> all = Files.walk(classes)) {
            names = all.map((file) -> classes.relativize(file).toString()).filter((name) -> name.endsWith(".class"))
                .toList();
        }
        for (String name : names) {
            write(folder, name, change);
        }
    }

    /**
     * Writes one class into a folder, changed.
     *
     * @param file its file below the folder of classes
     */
    public static void write(Path folder, String file, Change change) throws IOException, URISyntaxException {
        Path copy = folder.resolve(file);
        Files.createDirectories(copy.getParent());
        // A class may be changed more than once.
        Path original = Files.exists(copy) ? copy : classes().resolve(file);
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(Files.readAllBytes(original)).accept(new Changing(writer, change), 0);
        Files.write(copy, writer.toByteArray());
    }

    private static final class Changing extends ClassVisitor {

        private final Change change;

        Changing(ClassWriter writer, Change change) {
            super(Opcodes.ASM9, writer);
            this.change = change;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor,
                @Nullable String signature, String @Nullable [] exceptions) {
            return this.change.of(name, super.visitMethod(access, name, descriptor, signature, exceptions));
        }

    }

}
