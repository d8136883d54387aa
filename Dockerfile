# One image for every service: `docker compose` gives each its command.
# Stage 1 builds the jars, stage 2 keeps what runs.

FROM debian:trixie-slim AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends openjdk-25-jdk-headless maven zip \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")") \
    mvn -B -ntp -DskipTests -Dspotless.check.skip package
# native libraries of other systems are the larger part of two jars
RUN cd standalone/target/lib \
 && zip -q -d rocksdbjni-*.jar '*.dll' '*.jnilib' '*-musl.so' '*s390x*' '*ppc64le*' '*riscv64*' '*linux32*' \
 && zip -q -d zstd-jni-*.jar 'win/*' 'darwin/*' 'freebsd/*' 'aix/*' 'linux/i386/*' 'linux/mips64/*' 'linux/ppc64*' 'linux/s390x/*' 'linux/loongarch64/*' 'linux/riscv64/*' 'linux/arm/*' || [ $? -eq 12 ]

FROM debian:trixie-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends openjdk-25-jre-headless \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin tallywire \
 && mkdir -p /data/state \
 && chown -R 10001:10001 /data
COPY --from=build /src/standalone/target/lib/ /app/lib/
COPY --from=build /src/standalone/target/tallywire.jar /app/
COPY sources.yaml deploy/health deploy/sample /app/
# without LANG standard output is not UTF-8; fewer malloc arenas keep RocksDB's memory in bounds
ENV LANG=C.UTF-8 MALLOC_ARENA_MAX=2 STATE_DIR=/data/state HTTP_HOST=0.0.0.0 HTTP_PORT=8080 LOG_FORMAT=json
WORKDIR /app
USER 10001:10001
# RocksDB lives outside the heap, so that the heap takes little more than half of the container
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=55", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-Dlog.file=/tmp/tallywire.log", "-cp", "/app/tallywire.jar:/app/lib/*", "org.tallywire.standalone.Tallywire"]
CMD ["--help"]
