package org.tallywire.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tallywire.avro.Article;
import org.tallywire.avro.ItemMemory;
import org.tallywire.avro.Listing;
import org.tallywire.avro.Mode;
import org.tallywire.avro.PageCheck;
import org.tallywire.avro.SourceState;
import org.tallywire.ingest.fetch.Fetched;
import org.tallywire.ingest.fetch.Validators;
import org.tallywire.ingest.read.UrlKey;

/**
 * Looks at the pages of fresh articles again: corrections are often made on the page alone. Changed words are a revision. A
 * page that is missing twice, a day apart, while no list names its article any longer, withdraws it.
 */
final class PageDesk {
    /** Pages at once: a poll of the same source must not wait long behind them. */
    private static final int AT_ONCE = 3;

    /** An article that was older when it was seen first is not news; an archive is not fetched over and over. */
    private static final Duration FRESH = Duration.ofDays(1);

    private static final Duration SECOND_LOOK = Duration.ofDays(1);
    private static final Duration LATER = Duration.ofMinutes(15);
    /** A page that keeps less than this share of its words is a wall or an error page: it is not believed. */
    private static final double LEAST = 0.3;

    private final PageTimes times;

    PageDesk(PageTimes times) {
        this.times = times;
    }

    /** Plans the looks at a page whose article is written now. */
    void plan(SourceState state, String url, Article article, Validators validators, Memory memory, Instant now) {
        Instant seen = Objects.requireNonNullElse(article.getFirstSeen(), now);
        boolean fresh = article.getPublished() == null
                || !article.getPublished().plus(FRESH).isBefore(seen);
        if (fresh && article.getFlags().contains("SOURCE_PAGE")) {
            PageCheck check = PageCheck.newBuilder().setUrl(url).build();
            next(read(check, article, PageWords.of(article), validators), state, memory, now);
        }
    }

    /** Pages to look at now; those whose article has moved on since are forgotten. */
    List<PageCheck> due(SourceState state, Memory memory, Instant now) {
        boolean off = times.of(state.getSource()).after().isEmpty();
        List<PageCheck> due = new ArrayList<>();
        for (PageCheck check : memory.checks().due(now, AT_ONCE)) {
            if (off || current(check, memory) == null) {
                memory.checks().remove(check);
            } else {
                due.add(check);
            }
        }
        return due;
    }

    Intake<Article> take(SourceState state, List<Look> looks, Memory memory, Instant now) {
        Round round = new Round(state, memory, now);
        looks.forEach(round::take);
        return Intake.of(round.written, round.counts.map());
    }

    /** The looks of one flight on the desk. */
    private final class Round {
        private final SourceState state;
        private final Memory memory;
        private final Instant now;
        private final Map<String, @Nullable Article> written = new LinkedHashMap<>();
        private final Intake.Counts counts = new Intake.Counts();

        Round(SourceState state, Memory memory, Instant now) {
            this.state = state;
            this.memory = memory;
            this.now = now;
        }

        void take(Look look) {
            memory.checks().remove(look.check());
            ItemMemory item = current(look.check(), memory);
            if (item == null) {
                return;
            }
            if (look.fetched() == null) {
                memory.checks().put(later(look.check(), now.plus(LATER)));
            } else if (isMissing(look)) {
                missing(look.check(), item);
            } else if (isWhole(look) && look.fetched() instanceof Fetched.Answer answer) {
                compare(look, answer.validators(), item);
            } else {
                next(look.check(), state, memory, now);
            }
        }

        private void compare(Look look, Validators validators, ItemMemory item) {
            Article read = Objects.requireNonNull(look.article());
            Article old = Objects.requireNonNull(look.check().getArticle());
            boolean same = Hash.of(PageWords.of(read)).equals(look.check().getWords());
            if (!same) {
                Article revised = revised(read, old, item);
                memory.put(ItemMemory.newBuilder(item)
                        .setRevision(revised.getRevision())
                        .setChangedAt(now)
                        .build());
                written.put(old.getId(), revised);
                counts.add("updated", 1);
            }
            int revision = same ? old.getRevision() : item.getRevision() + 1;
            Article known = Article.newBuilder(old).setRevision(revision).build();
            next(read(look.check(), known, PageWords.of(read), validators), state, memory, now);
        }

        /** The words of the page under everything else that was written before. */
        private Article revised(Article read, Article old, ItemMemory item) {
            return Article.newBuilder(old)
                    .setText(read.getText())
                    .setRegions(read.getRegions())
                    .setLinks(read.getLinks())
                    .setLanguage(read.getLanguage())
                    .setFlags(read.getFlags())
                    .setUrl(read.getUrl())
                    .setMode(Mode.LIVE)
                    .setRevision(item.getRevision() + 1)
                    .setFetchedAt(now)
                    .setFingerprint(Hash.of(item.getCore(), item.getBody(), PageWords.of(read)))
                    .build();
        }

        private void missing(PageCheck check, ItemMemory item) {
            if (check.getGoneSince() == null) {
                PageCheck again = PageCheck.newBuilder(check).setGoneSince(now).build();
                memory.checks().put(later(again, now.plus(SECOND_LOOK)));
                return;
            }
            Listing listing = memory.listing();
            boolean listed = listing != null && listing.getDocuments().contains(item.getDocumentId());
            Revision gone = Revision.gone(item, now);
            if (listed || gone == null || Withdrawal.of(state.getSource()) == Withdrawal.NEVER) {
                next(check, state, memory, now);
                return;
            }
            memory.put(gone.memory());
            written.put(item.getDocumentId(), null);
            counts.add("gone", 1);
        }
    }

    /** What is remembered of a check's article; null: it is withdrawn, forgotten, or was revised by its feed. */
    private static @Nullable ItemMemory current(PageCheck check, Memory memory) {
        Article article = check.getArticle();
        ItemMemory item = article == null ? null : memory.item(article.getId());
        boolean same = item != null && !item.getWithdrawn() && item.getRevision() == article.getRevision();
        return same ? item : null;
    }

    /** 404 and 410, and articles that lead to the front page. */
    private static boolean isMissing(Look look) {
        if (look.fetched() instanceof Fetched.Refused refused) {
            int status = refused.exchange().status();
            return status == 404 || status == 410;
        }
        return look.fetched() instanceof Fetched.Answer answer
                && UrlKey.of(look.check().getUrl()).indexOf('/') > 0
                && UrlKey.of(answer.payload().url()).indexOf('/') < 0
                && UrlKey.of(answer.payload().url()).indexOf('?') < 0;
    }

    private static boolean isWhole(Look look) {
        Article article = look.article();
        return article != null
                && look.fetched() instanceof Fetched.Answer answer
                && answer.cut() == null
                && article.getFlags().contains("SOURCE_PAGE")
                && PageWords.of(article).length() >= LEAST * look.check().getLength();
    }

    private static PageCheck read(PageCheck check, Article article, String words, Validators validators) {
        return PageCheck.newBuilder(check)
                .setWords(Hash.of(words))
                .setLength(words.length())
                .setEtag(validators.etag())
                .setLastModified(validators.lastModified())
                .setGoneSince(null)
                .setArticle(Article.newBuilder(article)
                        .setText("")
                        .setRegions(List.of())
                        .setLinks(List.of())
                        .build())
                .build();
    }

    /** The look after this one, unless it was the last. */
    private void next(PageCheck check, SourceState state, Memory memory, Instant now) {
        Article article = Objects.requireNonNull(check.getArticle());
        Instant seen = Objects.requireNonNullElse(article.getFirstSeen(), now);
        Instant due = times.of(state.getSource()).next(seen, now);
        if (due != null) {
            memory.checks()
                    .put(later(PageCheck.newBuilder(check).setGoneSince(null).build(), due));
        }
    }

    private static PageCheck later(PageCheck check, Instant due) {
        return PageCheck.newBuilder(check).setDue(due).build();
    }
}
