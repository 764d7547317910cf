#!/bin/sh
# The Java runtime of a stand-in Lambda image: AWS's runtime interface client on our JDK, with the flags that Lambda gives it.
exec /var/lang/bin/java -XX:MaxRAM="${AWS_LAMBDA_FUNCTION_MEMORY_SIZE:-512}m" -XX:MaxRAMPercentage=80 -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -Xshare:auto --add-opens=java.base/java.io=ALL-UNNAMED -cp '/var/runtime/lib/*' \
    com.amazonaws.services.lambda.runtime.api.client.AWSLambda "$1"
