package org.tallywire.ingest;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** TLS servers that nobody should trust; their keys are made by the JDK's keytool when they are wanted. */
final class Certificates {
    private static final String PASSWORD = "not-a-secret";

    private Certificates() {}

    /**
     * A TLS socket whose certificate is signed by itself and valid for 30 days.
     *
     * @param from begin of those days as keytool writes it: -2y makes it expired, -1d valid
     */
    static ServerSocket socket(InetAddress address, String from)
            throws IOException, InterruptedException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(keyStore(address, from), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 200, address);
    }

    private static KeyStore keyStore(InetAddress address, String from)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path directory = Files.createTempDirectory("tallywire-tls");
        Path file = directory.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "keytool",
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=tls.example",
                        "-ext",
                        "san=ip:" + address.getHostAddress(),
                        "-startdate",
                        from,
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool made no key");
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return store;
        } finally {
            Files.delete(file);
            Files.delete(directory);
        }
    }
}
