package org.tallywire.ingest.courts.sudrf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallywire.avro.UidCheck;

class CaseIdentityTest {
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            1-12/2026 | 1-12/2026 | plain
            № 1-13/2026 (1-240/2025;) | 1-13/2026 1-240/2025 | registered again over New Year
            2-7/2026 (2-13/2025; 2-2900/2024;) ~ М-900/2025 | 2-7/2026 2-13/2025 2-2900/2024 М-900/2025 | all names of a case
            2-7/2026 ∼ M-900/2025 | 2-7/2026 М-900/2025 | another tilde, a Latin M
            88-1/2026 [88-9000/2026] | 88-1/2026 88-9000/2026 | second number in cassation
            ДЕЛО № 33a-600/2026 (33a-11000/2025;) | 33а-600/2026 33а-11000/2025 | Latin a
            3/1-40/2026 | 3/1-40/2026 | material
            8Г-9100/2026 | 8Г-9100/2026 | cassation, a letter
            02-3000/2025 | 02-3000/2025 | Moscow
            без номера | | none
            """)
    void numbers(String text, String expected, String why) {
        CaseNumber number = CaseNumber.parse(text);
        assertEquals(
                expected == null ? "" : expected,
                (number.number() + " " + String.join(" ", number.aliases())).strip(),
                why);
    }

    @ParameterizedTest
    @CsvSource({
        "99GV0001-01-2026-000123-32, VALID",
        "99OV0000-01-2026-000046-23, VALID",
        "99MS0041-01-2026-000902-60, VALID",
        "99gv0003-01-2026-000777-98, VALID",
        "99GV0001-01-2026-000123-33, BAD_CHECKSUM",
        "99GV0001-01-2026-000132-32, BAD_CHECKSUM",
        "99XX0001-01-2026-000123-32, BAD_SHAPE",
        "99GV0001-00-2026-000123-32, BAD_SHAPE",
        "'', ABSENT"
    })
    void identifiersAreChecked(String uid, UidCheck expected) {
        assertEquals(expected, CaseUid.check(CaseUid.plain(uid)));
    }

    @Test
    void bothFormsOfAHostAreOneCourt() {
        assertTrue(CourtSite.same("https://vs.komi.sudrf.ru/a", "http://vs--komi.sudrf.ru/modules.php?x=1"));
    }
}
