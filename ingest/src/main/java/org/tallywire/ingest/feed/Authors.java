package org.tallywire.ingest.feed;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tallywire.ingest.text.PlainText;

/** Names of authors: RSS writes them with a mail address before, behind or around. */
final class Authors {
    private static final int LONGEST = 300;
    private static final Pattern MAIL_THEN_NAME = Pattern.compile("\\S+@\\S+\\s*\\((.+)\\)");
    private static final Pattern NAME_THEN_MAIL = Pattern.compile("(.+?)\\s*[(<]\\s*(?:mailto:)?\\S+@\\S+\\s*[)>]");

    private Authors() {}

    /** The names without mail addresses, each once; an author known by a mail address alone keeps it. */
    static List<String> names(Collection<String> written) {
        Set<String> names = new LinkedHashSet<>();
        for (String author : written) {
            String name = name(author);
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    private static String name(String written) {
        String plain = written.strip();
        if (plain.indexOf('@') < 0 || plain.length() > LONGEST) {
            return PlainText.ofHtml(plain);
        }
        for (Pattern pattern : List.of(MAIL_THEN_NAME, NAME_THEN_MAIL)) {
            Matcher found = pattern.matcher(plain);
            if (found.matches()) {
                return PlainText.ofHtml(found.group(1));
            }
        }
        return PlainText.ofHtml(plain);
    }
}
