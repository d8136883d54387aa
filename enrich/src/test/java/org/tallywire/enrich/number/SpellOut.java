package org.tallywire.enrich.number;

import org.tallywire.enrich.text.Language;

/** Writes whole numbers in words, in the nominative: the other direction of the numeral finder, for tests only. */
final class SpellOut {
    private static final String[] EN =
            ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
                            + "seventeen eighteen nineteen")
                    .split(" ");
    private static final String[] EN_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
    private static final String[] RU =
            ("ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать "
                            + "четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать")
                    .split(" ");
    private static final String[] RU_TENS =
            "- - двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split(" ");
    private static final String[] RU_HUNDREDS =
            "- сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот".split(" ");
    private static final String[] UK =
            ("нуль один два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять тринадцять "
                            + "чотирнадцять п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять")
                    .split(" ");
    private static final String[] UK_TENS =
            "- - двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто".split(" ");
    private static final String[] UK_HUNDREDS =
            "- сто двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот".split(" ");

    private SpellOut() {}

    static String of(Language language, long number) {
        return switch (language) {
            case EN -> english(number);
            case RU ->
                slavic(number, RU, RU_TENS, RU_HUNDREDS, "одна", "две", new String[][] {
                    {"тысяча", "тысячи", "тысяч"},
                    {"миллион", "миллиона", "миллионов"},
                    {"миллиард", "миллиарда", "миллиардов"}
                });
            default ->
                slavic(number, UK, UK_TENS, UK_HUNDREDS, "одна", "дві", new String[][] {
                    {"тисяча", "тисячі", "тисяч"},
                    {"мільйон", "мільйони", "мільйонів"},
                    {"мільярд", "мільярди", "мільярдів"}
                });
        };
    }

    private static String english(long n) {
        if (n < 20) {
            return EN[(int) n];
        }
        if (n < 100) {
            return EN_TENS[(int) (n / 10)] + (n % 10 == 0 ? "" : "-" + EN[(int) (n % 10)]);
        }
        if (n < 1000) {
            return EN[(int) (n / 100)] + " hundred" + (n % 100 == 0 ? "" : " and " + english(n % 100));
        }
        long scale = n >= 1_000_000_000 ? 1_000_000_000 : n >= 1_000_000 ? 1_000_000 : 1000;
        String name = scale == 1000 ? " thousand" : scale == 1_000_000 ? " million" : " billion";
        return english(n / scale) + name + (n % scale == 0 ? "" : " " + english(n % scale));
    }

    private static String slavic(
            long n, String[] units, String[] tens, String[] hundreds, String one, String two, String[][] scales) {
        if (n < 1000) {
            return n == 0 ? units[0] : small((int) n, units, tens, hundreds, units[1], units[2]);
        }
        StringBuilder out = new StringBuilder();
        long rest = n;
        for (int k = 2; k >= 0; k--) {
            long scale = (long) Math.pow(1000, k + 1);
            int count = (int) (rest / scale);
            rest %= scale;
            if (count > 0) {
                out.append(small(count, units, tens, hundreds, k == 0 ? one : units[1], k == 0 ? two : units[2]));
                out.append(' ').append(scales[k][form(count)]).append(' ');
            }
        }
        out.append(rest == 0 ? "" : small((int) rest, units, tens, hundreds, units[1], units[2]));
        return out.toString().strip();
    }

    private static String small(int n, String[] units, String[] tens, String[] hundreds, String one, String two) {
        String out = n >= 100 ? hundreds[n / 100] + " " : "";
        int rest = n % 100;
        if (rest >= 20) {
            out += tens[rest / 10] + " ";
            rest %= 10;
        }
        return (out + (rest == 0 ? "" : rest == 1 ? one : rest == 2 ? two : units[rest])).strip();
    }

    private static int form(int n) {
        int last = n % 100 > 10 && n % 100 < 20 ? 5 : n % 10;
        return last == 1 ? 0 : last >= 2 && last <= 4 ? 1 : 2;
    }
}
