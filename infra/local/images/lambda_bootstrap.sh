#!/bin/sh
# The Java runtime of a stand-in Lambda image: AWS's runtime interface client on our JDK, with the flags that Lambda gives it.
# From Java 25 on Lambda stops at the first compiler only where neither SnapStart nor provisioned concurrency is used ("Customize Java runtime startup behavior" of AWS's guide).
case $AWS_LAMBDA_INITIALIZATION_TYPE in
snap-start | provisioned-concurrency) compilers= ;;
*) compilers=-XX:TieredStopAtLevel=1 ;;
esac
exec /var/lang/bin/java -XX:MaxRAM="${AWS_LAMBDA_FUNCTION_MEMORY_SIZE:-512}m" -XX:MaxRAMPercentage=80 -XX:+UseSerialGC $compilers \
    -Xshare:auto --add-opens=java.base/java.io=ALL-UNNAMED -cp '/var/runtime/lib/*' \
    com.amazonaws.services.lambda.runtime.api.client.AWSLambda "$1"
