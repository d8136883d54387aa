package org.tallywire.ingest.courts.charges;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.avro.Charge;
import org.tallywire.avro.ChargeRole;
import org.tallywire.avro.ChargeStage;

class ChargeGrammarTest {
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            ст.337 ч.5 УК РФ | ru/uk/a337/p5 | one charge
            ст.205.1 ч.1.1 УК РФ | ru/uk/a205.1/p1.1 | dotted article and dotted part
            ст.173.1 ч.2 п.б УК РФ | ru/uk/a173.1/p2/b | a point by the table
            ст.280.4 ч.2 п.п.а,в УК РФ | ru/uk/a280.4/p2/a ru/uk/a280.4/p2/v | two points are two charges
            ст.158 ч.2 п.п. а, б, в УК РФ | ru/uk/a158/p2/a ru/uk/a158/p2/b ru/uk/a158/p2/v | blanks in the list
            ст. 30 ч.1, ст.205 ч.2 п.а УК РФ | ru/uk/a205/p2/a:PREPARATION | preparation
            ст.337 ч.5; ст. 30 ч.3, ст.338 ч.1 УК РФ | ru/uk/a337/p5 ru/uk/a338/p1:ATTEMPT | an attempt reaches its own charge only
            ст.30 ч.3, ст.158 ч.2 п.п.а,б; ст.166 ч.1 УК РФ | ru/uk/a158/p2/a:ATTEMPT ru/uk/a158/p2/b:ATTEMPT ru/uk/a166/p1 | both points are attempted
            ст.30 ч.3 ст.228 ч.2 УК РФ | ru/uk/a228/p2:ATTEMPT | no comma in the pair
            ст.30 ч.3 - ст.105 ч.2 п.п.а,ж УК РФ | ru/uk/a105/p2/a:ATTEMPT ru/uk/a105/p2/zh:ATTEMPT | a dash in the pair
            ст.337 ч.5; ст.337 ч.5; ст.337 ч.5 УК РФ | ru/uk/a337/p5x3 | episodes are counted
            ст.33 ч.5, ст.338 ч.1 УК РФ | ru/uk/a338/p1 | complicity is no charge
            ст.19.4.1 ч.1 КоАП РФ | ru/koap/a19.4.1/p1 | offences
            ст.20.3.3 ч.1 КоАП | ru/koap/a20.3.3/p1 | a short code
            ч. 5 ст. 337 УК РФ | ru/uk/a337/p5 | part before article
            п. «а» ч. 2 ст. 105 УК РФ | ru/uk/a105/p2/a | point and part before article
            п. «а», «в» ч. 2 ст. 105 УК РФ | ru/uk/a105/p2/a ru/uk/a105/p2/v | points before article
            ч. 3 ст. 30, ч. 1 ст. 338 УК РФ | ru/uk/a338/p1:ATTEMPT | attempt, parts first
            ст.337 ч.3.1 | ru/uk/a337/p3.1 | the register's own code
            ст. 228-1 ч.4 п.г УК РФ | ru/uk/a228.1/p4/g | old way to write a dotted article
            cт.337 ч.4 УК PФ | ru/uk/a337/p4 | Latin letters among Russian ones
            ст.158 ч.2 п.a УК РФ | ru/uk/a158/p2/a | a Latin point
            ст.159 ч.1; ст.25.1 УПК РФ | ru/upk/a159/p1:CITED ru/upk/a25.1:CITED | a code closes what is open to its left
            ст.159 ч.1 УК РФ; ст.25.1 УПК РФ | ru/uk/a159/p1 ru/upk/a25.1:CITED | procedure is cited
            ст. 402, 407 КК України | ua/kk/a402 ua/kk/a407 | a list of articles
            ч. 4 ст. 408 КК України | ua/kk/a408/p4 | uk, part first
            ч. 3 ст. 15, ч. 5 ст. 407 ККУ | ua/kk/a407/p5:ATTEMPT | uk, attempt
            ст. 111-1 ч. 5 КК України | ua/kk/a111-1/p5 | uk, an article with a dash
            ст. 173² КУпАП | ua/kupap/a173-2 | uk, a raised number
            ст.337 УК ЛНР | lnr/uk/a337 | another code of the same name
            Article 337(5) | ru/uk/a337/p5 | en
            слова без статей | | nothing is found in plain words
            ст.л-т Примеров | | a rank is no article
            """)
    void textGivesCharges(String text, String expected, String why) {
        assertEquals(expected == null ? "" : expected, words(ChargeGrammar.charges(text, "ru/uk", 1)), why);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            ru/uk/a337/p5; ru/uk/a338 | ru/uk/a337/p5 ru/uk/a338 | keys pass as they are
            18 U.S.C. § 1001(a)(2) | us/usc/t18/s1001/a/2 | US Code
            18 USC 4241 | us/usc/t18/s4241 | US Code without signs
            337 ч.5 | ?/a337/p5 | a bare number is an article
            337 | ?/a337 | alone too
            """)
    void cellsOfFiles(String cell, String expected, String why) {
        assertEquals(expected, words(StatuteText.charges(cell, "?", 0)), why);
    }

    private static String words(List<Charge> charges) {
        return charges.stream().map(ChargeGrammarTest::word).collect(Collectors.joining(" "));
    }

    private static String word(Charge charge) {
        String stage = charge.getStage() == ChargeStage.COMPLETED ? "" : ":" + charge.getStage();
        String role = charge.getRole() == ChargeRole.CHARGED ? "" : ":" + charge.getRole();
        return charge.getKey() + (charge.getCount() > 1 ? "x" + charge.getCount() : "") + stage + role;
    }
}
