package org.kamiau.calendar;

import java.time.LocalDate;
import java.util.Locale;

/** One day off by law, with its name. */
public record Holiday(LocalDate date, Name name) {

    /** The names of the holidays since 1955, as the Cabinet Office writes them and in English. */
    public enum Name {
        NEW_YEARS_DAY("元日", "New Year's Day"),
        COMING_OF_AGE_DAY("成人の日", "Coming of Age Day"),
        NATIONAL_FOUNDATION_DAY("建国記念の日", "National Foundation Day"),
        EMPERORS_BIRTHDAY("天皇誕生日", "The Emperor's Birthday"),
        VERNAL_EQUINOX_DAY("春分の日", "Vernal Equinox Day"),
        SHOWA_DAY("昭和の日", "Showa Day"),
        CONSTITUTION_DAY("憲法記念日", "Constitution Memorial Day"),
        GREENERY_DAY("みどりの日", "Greenery Day"),
        CHILDRENS_DAY("こどもの日", "Children's Day"),
        MARINE_DAY("海の日", "Marine Day"),
        MOUNTAIN_DAY("山の日", "Mountain Day"),
        RESPECT_FOR_THE_AGED_DAY("敬老の日", "Respect for the Aged Day"),
        AUTUMNAL_EQUINOX_DAY("秋分の日", "Autumnal Equinox Day"),
        HEALTH_AND_SPORTS_DAY("体育の日", "Health and Sports Day"),
        SPORTS_DAY("スポーツの日", "Sports Day"),
        CULTURE_DAY("文化の日", "Culture Day"),
        LABOUR_THANKSGIVING_DAY("勤労感謝の日", "Labour Thanksgiving Day"),
        SUBSTITUTE_HOLIDAY("振替休日", "Substitute holiday"),
        CITIZENS_HOLIDAY("国民の休日", "Citizens' holiday"),
        ENTHRONEMENT_HOLIDAY("休日（祝日扱い）", "Enthronement holiday"),
        ENTHRONEMENT_CEREMONY("即位礼正殿の儀", "Enthronement ceremony"),
        IMPERIAL_WEDDING("結婚の儀", "Imperial wedding"),
        IMPERIAL_FUNERAL("大喪の礼", "Imperial funeral");

        private final String japanese;
        private final String english;

        Name(String japanese, String english) {
            this.japanese = japanese;
            this.english = english;
        }

        /** The name in Japanese for a Japanese reader, in English for everybody else. */
        public String in(Locale locale) {
            return locale.getLanguage().equals("ja") ? japanese : english;
        }

        String japanese() {
            return japanese;
        }
    }
}
