package org.tallywire.standalone.sample;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** The three outlets: how each words the monthly count of an invented monitor, in its own language. */
enum SampleOutlet {
    COURIER("courier", "en", "The Example Courier") {
        @Override
        String title(LocalDate month, int filed) {
            return "Military courts received %s desertion cases in %s – Example Monitor"
                    .formatted(number(filed), monthName(month, TextStyle.FULL_STANDALONE));
        }

        @Override
        String body(LocalDate month, int filed, int total, int convicted) {
            return """
                    Russian military courts received %s criminal cases under Article 337 of the Russian Criminal Code in %s %d, \
                    according to a count by Example Monitor.

                    Since the start of mobilization the courts have received at least %s such cases, %s of which ended in \
                    sentences, the monitor said.

                    A lawyer who works with conscripts said the hearings last about 20 minutes. The Example Courier could not \
                    verify that.

                    Support independent reporting: subscribe to our newsletter from $3 a month.""".formatted(
                            number(filed),
                            monthName(month, TextStyle.FULL_STANDALONE),
                            month.getYear(),
                            number(total),
                            number(convicted));
        }

        @Override
        String number(int value) {
            return String.format(Locale.ENGLISH, "%,d", value);
        }
    },
    VESTNIK("vestnik", "ru", "Примерный вестник") {
        @Override
        String title(LocalDate month, int filed) {
            return "В %s военные суды получили %s дел о самовольном оставлении части — «Пример-Монитор»"
                    .formatted(RU_IN[month.getMonthValue() - 1], number(filed));
        }

        @Override
        String body(LocalDate month, int filed, int total, int convicted) {
            return """
                    По подсчетам «Пример-Монитора», в %s %d года в военные суды поступило %s уголовных дел по статье 337 УК РФ.

                    С начала мобилизации в суды поступило не менее %s таких дел, из них %s завершились приговорами, \
                    сообщил «Пример-Монитор».

                    Читайте также: Как пережить зиму в гарнизоне""".formatted(
                    RU_IN[month.getMonthValue() - 1], month.getYear(), number(filed), number(total), number(convicted));
        }
    },
    VISNYK("visnyk", "uk", "Прикладний вісник") {
        @Override
        String title(LocalDate month, int filed) {
            return "У %s російські військові суди отримали %s справ — «Приклад-Монітор»"
                    .formatted(UK_IN[month.getMonthValue() - 1], number(filed));
        }

        @Override
        String body(LocalDate month, int filed, int total, int convicted) {
            return """
                    За підрахунками «Приклад-Монітора», у %s %d року до російських військових судів надійшло %s кримінальних \
                    справ за статтею 337 КК РФ.

                    Від початку мобілізації суди отримали щонайменше %s таких справ, з них %s завершилися вироками, \
                    повідомляє «Приклад-Монітор».""".formatted(
                    UK_IN[month.getMonthValue() - 1], month.getYear(), number(filed), number(total), number(convicted));
        }
    };

    private static final String[] RU_IN = {
        "январе",
        "феврале",
        "марте",
        "апреле",
        "мае",
        "июне",
        "июле",
        "августе",
        "сентябре",
        "октябре",
        "ноябре",
        "декабре"
    };
    private static final String[] UK_IN = {
        "січні",
        "лютому",
        "березні",
        "квітні",
        "травні",
        "червні",
        "липні",
        "серпні",
        "вересні",
        "жовтні",
        "листопаді",
        "грудні"
    };

    final String id;
    final String language;
    final String label;

    SampleOutlet(String id, String language, String label) {
        this.id = id;
        this.language = language;
        this.label = label;
    }

    abstract String title(LocalDate month, int filed);

    abstract String body(LocalDate month, int filed, int total, int convicted);

    /** Thousands parted by a no-break space, as Russian and Ukrainian print does. */
    String number(int value) {
        return String.format(Locale.ENGLISH, "%,d", value).replace(',', '\u00A0');
    }

    private static String monthName(LocalDate month, TextStyle style) {
        return month.getMonth().getDisplayName(style, Locale.ENGLISH);
    }
}
