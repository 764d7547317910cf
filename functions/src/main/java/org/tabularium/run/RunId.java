package org.tabularium.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.tabularium.snapshot.Sha256;
import org.tabularium.snapshot.StudySnapshot;

/// A run's id follows from content alone: the same files, options and program give the same id, on every machine.
///
/// It is the first 16 hex digits of SHA-256 over a sequence of texts. Each text is preceded by its length in bytes, each list by
/// its number of entries, so
/// that no two different inputs make the same sequence.
public final class RunId {

    private static final int DIGITS = 16;

    private final MessageDigest digest = Sha256.digest();

    private RunId() {}

    /// The id.
    ///
    /// @param inputs datasets, `study.yaml` and the study's templates; ignored files are left out. Order does not matter
    /// @param options what the caller asked for, after defaults: name of the option → its values in order, such as `format` →
    ///     [xlsx, pdf]. Further shells
    ///     given by the caller belong here, as name and hash
    /// @param program hash of the program, built-in templates among it: not a version, which may stay while numbers change
    public static String of(Collection<StudySnapshot.File> inputs, Map<String, List<String>> options, String program) {
        RunId id = new RunId();
        id.count(inputs.size());
        inputs.stream().sorted(Comparator.comparing(StudySnapshot.File::name)).forEach(f -> {
            id.text(f.name());
            id.text(f.sha256());
        });
        id.count(options.size());
        options.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(o -> {
            id.text(o.getKey());
            id.count(o.getValue().size());
            o.getValue().forEach(id::text);
        });
        id.text(program);
        return HexFormat.of().formatHex(id.digest.digest()).substring(0, DIGITS);
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        count(bytes.length);
        digest.update(bytes);
    }

    private void count(int count) {
        digest.update((count + ":").getBytes(StandardCharsets.US_ASCII));
    }
}
