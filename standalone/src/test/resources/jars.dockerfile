# The jars that Maven has just built, as an image for the Dockerfile's argument JARS.
FROM scratch
COPY tallywire.jar /
COPY lib/ /lib/
