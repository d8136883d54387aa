# One image for every service: `docker compose` gives each its command.
# Stages: jars (Maven), jre (only the modules that are used), trimmed (no libraries of other systems), connect (profile "connect"),
# and the image itself. `--build-arg JARS=IMAGE` takes the jars from an image that has them already, as the tests do.
ARG JARS=built

FROM debian:trixie-slim AS jdk
RUN apt-get update \
 && apt-get install -y --no-install-recommends openjdk-25-jdk-headless maven zip \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src

FROM jdk AS build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")") \
    mvn -B -ntp -DskipTests -Dspotless.check.skip package

FROM scratch AS built
COPY --from=build /src/standalone/target/tallywire.jar /
COPY --from=build /src/standalone/target/lib/ /lib/

FROM ${JARS} AS jars

# native libraries of other systems are the larger part of two jars
FROM jdk AS trimmed
COPY --from=jars /tallywire.jar /app/
COPY --from=jars /lib/ /app/lib/
RUN cd /app/lib \
 && zip -q -d rocksdbjni-*.jar '*.dll' '*.jnilib' '*-musl.so' '*s390x*' '*ppc64le*' '*riscv64*' '*linux32*' \
 && zip -q -d zstd-jni-*.jar 'win/*' 'darwin/*' 'freebsd/*' 'aix/*' 'linux/i386/*' 'linux/mips64/*' 'linux/ppc64*' 'linux/s390x/*' 'linux/loongarch64/*' 'linux/riscv64/*' 'linux/arm/*' || [ $? -eq 12 ]

# nine tenths of what jlink writes are debug symbols of native libraries
FROM jdk AS jre
RUN jlink --output /jre --no-header-files --no-man-pages --compress zip-2 --generate-cds-archive --include-locales en,ru,uk --add-modules \
java.se,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.jcmd,jdk.jfr,jdk.localedata,jdk.management,jdk.naming.dns,jdk.net,jdk.security.auth,jdk.unsupported,jdk.zipfs \
 && find /jre -name '*.debuginfo' -delete

# Kafka Connect with Debezium's JDBC sink and a converter for our wire format
FROM jdk AS plugin
COPY deploy/connect/pom.xml .
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -q package \
 && rm -f /plugin/debezium-connector-jdbc/ojdbc*.jar /plugin/debezium-connector-jdbc/orai18n*.jar \
          /plugin/debezium-connector-jdbc/mysql*.jar /plugin/debezium-connector-jdbc/mssql*.jar /plugin/debezium-connector-jdbc/mariadb*.jar

FROM apache/kafka:4.3.1 AS connect
COPY --from=plugin /plugin/ /opt/plugins/
COPY deploy/connect/start deploy/connect/log4j2.yaml /opt/connect/
CMD ["bash", "/opt/connect/start"]

FROM debian:trixie-slim AS tallywire
RUN apt-get update \
 && apt-get install -y --no-install-recommends openssl \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin tallywire \
 && mkdir -p /data/state /run/keys \
 && touch /run/keys/client.properties \
 && chown -R 10001:10001 /data
COPY --from=jre /jre /opt/jre
COPY --from=jdk /etc/ssl/certs/java/cacerts /opt/jre/lib/security/cacerts
COPY --from=trimmed /app/ /app/
COPY sources.yaml deploy/health deploy/sample deploy/keys /app/
# without LANG standard output is not UTF-8; fewer malloc arenas keep RocksDB's memory in bounds
ENV PATH=/opt/jre/bin:$PATH LANG=C.UTF-8 MALLOC_ARENA_MAX=2 STATE_DIR=/data/state HTTP_HOST=0.0.0.0 HTTP_PORT=8080 LOG_FORMAT=json
WORKDIR /app
USER 10001:10001
# RocksDB lives outside the heap, so that the heap takes little more than half of the container
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=55", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-Dlog.file=/tmp/tallywire.log", "-cp", "/app/tallywire.jar:/app/lib/*", "org.tallywire.standalone.Tallywire"]
CMD ["--help"]
