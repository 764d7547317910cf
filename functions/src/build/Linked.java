import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Linked.java CLASSES: writes into the classes of a folder what the JVM would otherwise make anew in each process: the choice of
/// a `switch` over types, and `equals` and `hashCode` of records. javac leaves them to `invokedynamic`, whose first call makes a
/// class or a chain of method handles, and which the AOT cache of JDK 25 does not keep, as it keeps lambdas and joined texts.
///
/// Results are the same, hashes among them (`SwitchBootstraps`, `ObjectMethods`); what it does not know stays as it is, and a
/// folder that it has gone over too.
class Linked {

    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final String TYPES = "java.lang.runtime.SwitchBootstraps.typeSwitch";
    private static final String CONSTANTS = "java.lang.runtime.SwitchBootstraps.enumSwitch";
    private static final String RECORD = "java.lang.runtime.ObjectMethods.bootstrap";

    /// One `switch`: what it looks at, and its labels in their order: types, and texts or, of an enum, names of its constants.
    private record Choice(MethodTypeDesc type, boolean ofEnum, List<ConstantDesc> labels) {}

    private final ClassFile files;

    private Linked(Path classes) throws MalformedURLException {
        ClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, Linked.class.getClassLoader());
        files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)));
    }

    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        Linked linked = new Linked(classes);
        try (Stream<Path> found = Files.walk(classes)) {
            found.filter(file -> file.toString().endsWith(".class")).toList().parallelStream().forEach(linked::link);
        }
    }

    private void link(Path file) {
        try {
            byte[] before = Files.readAllBytes(file);
            byte[] after = linked(files.parse(before));
            if (after != null) {
                Files.write(file, after);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] linked(ClassModel type) {
        ClassDesc owner = type.thisClass().asSymbol();
        boolean inInterface = type.flags().has(java.lang.reflect.AccessFlag.INTERFACE);
        Map<Choice, String> choices = new LinkedHashMap<>();
        boolean[] changed = new boolean[1];
        CodeTransform switches = (code, element) -> {
            Choice choice = element instanceof InvokeDynamicInstruction call ? choice(call) : null;
            if (choice == null) {
                code.with(element);
            } else {
                changed[0] = true;
                code.invokestatic(owner, choices.computeIfAbsent(choice, _ -> "choice$" + choices.size()), choice.type(), inInterface);
            }
        };
        ClassTransform transform = new ClassTransform() {
            @Override
            public void accept(ClassBuilder builder, ClassElement element) {
                if (!(element instanceof MethodModel method) || method.code().isEmpty()) {
                    builder.with(element);
                    return;
                }
                List<InvokeDynamicInstruction> calls = method.code().get().elementStream()
                        .filter(InvokeDynamicInstruction.class::isInstance).map(InvokeDynamicInstruction.class::cast).toList();
                if (calls.size() == 1 && name(calls.getFirst()).equals(RECORD) && !calls.getFirst().name().equalsString("toString")) {
                    changed[0] = true;
                    List<DirectMethodHandleDesc> fields = calls.getFirst().bootstrapArgs().stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
                    builder.withMethod(method.methodName(), method.methodType(), method.flags().flagsMask(), made -> method.forEach(part -> {
                        if (part instanceof java.lang.classfile.CodeModel) {
                            made.withCode(code -> {
                                if (calls.getFirst().name().equalsString("equals")) {
                                    equal(code, owner, fields);
                                } else {
                                    hash(code, owner, fields);
                                }
                            });
                        } else {
                            made.with(part);
                        }
                    }));
                } else if (calls.stream().anyMatch(call -> choice(call) != null)) {
                    builder.transformMethod(method, java.lang.classfile.MethodTransform.transformingCode(switches));
                } else {
                    builder.with(element);
                }
            }

            @Override
            public void atEnd(ClassBuilder builder) {
                choices.forEach((choice, name) -> builder.withMethodBody(name, choice.type(),
                        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC, code -> choose(code, choice)));
            }
        };
        byte[] after = files.transformClass(type, transform);
        return changed[0] ? after : null;
    }

    private static String name(InvokeDynamicInstruction call) {
        DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
        return bootstrap.owner().packageName() + "." + bootstrap.owner().displayName() + "." + bootstrap.methodName();
    }

    private static Choice choice(InvokeDynamicInstruction call) {
        boolean ofEnum = name(call).equals(CONSTANTS);
        boolean known = (ofEnum || name(call).equals(TYPES)) && call.bootstrapArgs().stream()
                .allMatch(label -> label instanceof String || label instanceof ClassDesc type && !type.isPrimitive());
        return known ? new Choice(call.typeSymbol(), ofEnum, call.bootstrapArgs()) : null;
    }

    /// The first label from the given one on that the object is of; behind the last one where it is of none, -1 for null.
    private static void choose(CodeBuilder code, Choice choice) {
        Label some = code.newLabel();
        code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
        for (int i = 0; i < choice.labels().size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next).aload(0);
            switch (choice.labels().get(i)) {
                case ClassDesc type -> code.instanceOf(type).ifeq(next);
                case String constant when choice.ofEnum() -> {
                    ClassDesc type = choice.type().parameterType(0);
                    code.getstatic(type, constant, type).if_acmpne(next);
                }
                case String text -> code.loadConstant(text).swap().invokevirtual(ConstantDescs.CD_String, "equals",
                        MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object)).ifeq(next);
                default -> throw new IllegalStateException();
            }
            code.loadConstant(i).ireturn().labelBinding(next);
        }
        code.loadConstant(choice.labels().size()).ireturn();
    }

    private static void equal(CodeBuilder code, ClassDesc owner, List<DirectMethodHandleDesc> fields) {
        Label different = code.newLabel();
        Label other = code.newLabel();
        code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
        code.aload(1).instanceOf(owner).ifeq(different);
        if (!fields.isEmpty()) {
            code.aload(1).checkcast(owner).astore(2);
        }
        for (DirectMethodHandleDesc field : fields) {
            ClassDesc type = field.invocationType().returnType();
            code.aload(0).getfield(owner, field.methodName(), type).aload(2).getfield(owner, field.methodName(), type);
            switch (TypeKind.from(type)) {
                case BOOLEAN, BYTE, CHAR, SHORT, INT -> code.if_icmpne(different);
                case LONG -> code.lcmp().ifne(different);
                case FLOAT, DOUBLE -> code.invokestatic(box(type), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type)).ifne(different);
                default -> code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object)).ifeq(different);
            }
        }
        code.iconst_1().ireturn().labelBinding(different).iconst_0().ireturn();
    }

    private static void hash(CodeBuilder code, ClassDesc owner, List<DirectMethodHandleDesc> fields) {
        code.iconst_0();
        for (DirectMethodHandleDesc field : fields) {
            ClassDesc type = field.invocationType().returnType();
            code.bipush(31).imul().aload(0).getfield(owner, field.methodName(), type);
            if (type.isPrimitive()) {
                code.invokestatic(box(type), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, type));
            } else {
                code.invokestatic(OBJECTS, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
            }
            code.iadd();
        }
        code.ireturn();
    }

    private static ClassDesc box(ClassDesc type) {
        return switch (TypeKind.from(type)) {
            case BOOLEAN -> ConstantDescs.CD_Boolean;
            case BYTE -> ConstantDescs.CD_Byte;
            case CHAR -> ConstantDescs.CD_Character;
            case SHORT -> ConstantDescs.CD_Short;
            case INT -> ConstantDescs.CD_Integer;
            case LONG -> ConstantDescs.CD_Long;
            case FLOAT -> ConstantDescs.CD_Float;
            default -> ConstantDescs.CD_Double;
        };
    }
}
