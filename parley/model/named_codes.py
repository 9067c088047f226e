"""Codes by the names that writers type in their place: of languages (ISO 639-1) and of countries (ISO 3166-1 alpha-2).

Not whole lists: names of which there is one, as news in English has them. They only make a message better.
"""


def _by_name(text: str) -> dict[str, str]:
    return {name.casefold(): code for code, _, name in (entry.strip().partition(" ") for entry in text.split(","))}


LANGUAGES = _by_name(
    "en English, fr French, de German, es Spanish, it Italian, pt Portuguese, nl Dutch, pl Polish, cs Czech, sk Slovak,"
    "hu Hungarian, ro Romanian, bg Bulgarian, el Greek, tr Turkish, ru Russian, uk Ukrainian, be Belarusian, ar Arabic,"
    "he Hebrew, fa Persian, zh Chinese, ja Japanese, ko Korean, hi Hindi, ur Urdu, bn Bengali, id Indonesian,"
    "vi Vietnamese, th Thai, sw Swahili, sv Swedish, da Danish, nb Norwegian, fi Finnish, et Estonian, lv Latvian,"
    "lt Lithuanian, sr Serbian, hr Croatian, sl Slovenian, ka Georgian, hy Armenian, az Azerbaijani, kk Kazakh"
)
COUNTRY_NAMES = _by_name(
    "AF Afghanistan, AL Albania, DZ Algeria, AR Argentina, AM Armenia, AU Australia, AT Austria, AZ Azerbaijan,"
    "BD Bangladesh, BY Belarus, BE Belgium, BA Bosnia and Herzegovina, BR Brazil, BG Bulgaria, CA Canada, CL Chile,"
    "CN China, CO Colombia, HR Croatia, CU Cuba, CY Cyprus, CZ Czechia, CZ Czech Republic, DK Denmark, EG Egypt,"
    "EE Estonia, ET Ethiopia, FI Finland, FR France, GE Georgia, DE Germany, GR Greece, HU Hungary, IS Iceland,"
    "IN India, ID Indonesia, IR Iran, IQ Iraq, IE Ireland, IL Israel, IT Italy, JP Japan, JO Jordan, KZ Kazakhstan,"
    "KE Kenya, KP North Korea, KR South Korea, LV Latvia, LB Lebanon, LY Libya, LT Lithuania, LU Luxembourg,"
    "MX Mexico, MD Moldova, MA Morocco, MM Myanmar, NL Netherlands, NL The Netherlands, NZ New Zealand, NG Nigeria,"
    "NO Norway, PK Pakistan, PS Palestine, PE Peru, PH Philippines, PL Poland, PT Portugal, QA Qatar, RO Romania,"
    "RU Russia, SA Saudi Arabia, RS Serbia, SG Singapore, SK Slovakia, SI Slovenia, ZA South Africa, ES Spain,"
    "SD Sudan, SE Sweden, CH Switzerland, SY Syria, TW Taiwan, TH Thailand, TN Tunisia, TR Turkey, TR Türkiye,"
    "UA Ukraine, AE United Arab Emirates, GB United Kingdom, GB Britain, GB Great Britain, US United States, US USA,"
    "US United States of America, UZ Uzbekistan, VE Venezuela, VN Vietnam, YE Yemen"
)
