package org.tallywire.ingest.courts.edrsr;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** Undoes UTF-8 that was once read as windows-1251: {@code Р’РёСЂРѕРє} becomes {@code Вирок}; other text stays. */
final class DoubleEncoding {
    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final int ASCII = 0x80;
    private static final int BYTE = 0x100;

    private DoubleEncoding() {}

    static String repaired(String text) {
        CharsetEncoder encoder = CYRILLIC.newEncoder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean ascii = true;
        for (char c : text.toCharArray()) {
            ascii &= c < ASCII;
            if (encoder.canEncode(c)) {
                bytes.writeBytes(String.valueOf(c).getBytes(CYRILLIC));
            } else if (c < BYTE) {
                bytes.write(c);
            } else {
                return text;
            }
        }
        return ascii ? text : utf8(bytes.toByteArray(), text);
    }

    private static String utf8(byte[] bytes, String otherwise) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return otherwise;
        }
    }
}
