package dev.ariadne.model;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/**
 * A change of the bytecode of methods.
 */
@FunctionalInterface
public interface Change {

    /** What takes a lock takes one that does not lock. */
    Change NO_LOCK = (method, writer) -> new Replacing(writer) {

        @Override
        public void visitTypeInsn(int opcode, String type) {
            super.visitTypeInsn(opcode, replaced(opcode == Opcodes.NEW, type));
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean creation = opcode == Opcodes.INVOKESPECIAL && name.equals("<init>");
            super.visitMethodInsn(opcode, replaced(creation, owner), name, descriptor, isInterface);
        }

        private static String replaced(boolean creation, String type) {
            boolean lock = creation && type.equals(Type.getInternalName(ReentrantLock.class));
            return lock ? Type.getInternalName(NoLock.class) : type;
        }

    };

    /** Returns what writes the changed method, or null if it is written already. */
    @Nullable MethodVisitor of(String method, MethodVisitor writer);

    /** A static method returns the text that it takes. */
    static Change returnArgument(String changed) {
        return (method, writer) -> {
            if (!method.equals(changed)) {
                return writer;
            }
            writer.visitCode();
            writer.visitVarInsn(Opcodes.ALOAD, 0);
            writer.visitInsn(Opcodes.ARETURN);
            writer.visitMaxs(1, 1);
            writer.visitEnd();
            return null;
        };
    }

    /** A method, or an action that it makes, takes a field for false, 0 or null. */
    static Change ignore(String changed, String field) {
        return read(changed, field, (writer, type) -> writer.visitInsn(nothing(type)));
    }

    /** A method takes a field for the same as its first argument. */
    static Change takeForArgument(String changed, String field) {
        return read(changed, field, (writer, type) -> writer.visitVarInsn(Opcodes.ALOAD, 1));
    }

    private static Change read(String changed, String field, Reading reading) {
        return (method, writer) -> !isPartOf(method, changed) ? writer : new Replacing(writer) {

            @Override
            public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
                if (opcode == Opcodes.GETFIELD && name.equals(field)) {
                    visitInsn(Opcodes.POP);
                    reading.write(this.mv, Type.getType(descriptor));
                }
                else {
                    super.visitFieldInsn(opcode, owner, name, descriptor);
                }
            }

        };
    }

    /** A method, or an action that it makes, does not set a field. */
    static Change keep(String changed, String field) {
        return (method, writer) -> !isPartOf(method, changed) ? writer : new Replacing(writer) {

            @Override
            public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
                if (opcode == Opcodes.PUTFIELD && name.equals(field)) {
                    visitInsn((Type.getType(descriptor).getSize() == 2) ? Opcodes.POP2 : Opcodes.POP);
                    visitInsn(Opcodes.POP);
                }
                else {
                    super.visitFieldInsn(opcode, owner, name, descriptor);
                }
            }

        };
    }

    /** A method, or an action that it makes, does not call another one, and takes the result for false, 0 or null. */
    static Change omit(String changed, String call) {
        return call(changed, call, Change::nothing);
    }

    /** A method, or an action that it makes, does not call another one, and takes the result for true. */
    static Change assume(String changed, String call) {
        return call(changed, call, (type) -> Opcodes.ICONST_1);
    }

    private static Change call(String changed, String call, ToIntFunction<Type> result) {
        return (method, writer) -> !isPartOf(method, changed) ? writer : new Replacing(writer) {

            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor,
                    boolean isInterface) {
                if (!name.equals(call)) {
                    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                    return;
                }
                Type[] arguments = Type.getArgumentTypes(descriptor);
                for (int i = arguments.length - 1; i >= 0; i--) {
                    visitInsn((arguments[i].getSize() == 2) ? Opcodes.POP2 : Opcodes.POP);
                }
                if (opcode != Opcodes.INVOKESTATIC) {
                    visitInsn(Opcodes.POP);
                }
                if (Type.getReturnType(descriptor).getSize() > 0) {
                    visitInsn(result.applyAsInt(Type.getReturnType(descriptor)));
                }
            }

        };
    }

    private static boolean isPartOf(String method, String whole) {
        return method.equals(whole) || method.startsWith("lambda$" + whole + "$");
    }

    private static int nothing(Type type) {
        return (type.getSort() >= Type.ARRAY) ? Opcodes.ACONST_NULL : Opcodes.ICONST_0;
    }

    /** Writes what stands in the place of a field. */
    @FunctionalInterface
    interface Reading {

        void write(MethodVisitor writer, Type type);

    }

    /** Changes instructions. */
    class Replacing extends MethodVisitor {

        Replacing(MethodVisitor writer) {
            super(Opcodes.ASM9, writer);
        }

    }

}
