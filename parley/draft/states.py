"""The states of the world as English news names them: name, code (ISO 3166-1), people, capital.

A capital or a seat of government that acts ("Paris refused") stands for its state.
"""

from __future__ import annotations

_LINES = """\
Afghanistan|AF|Afghan|Kabul
Albania|AL|Albanian|Tirana
Algeria|DZ|Algerian|Algiers
Argentina|AR|Argentine|Buenos Aires
Armenia|AM|Armenian|Yerevan
Australia|AU|Australian|Canberra
Austria|AT|Austrian|Vienna
Azerbaijan|AZ|Azerbaijani|Baku
Bangladesh|BD|Bangladeshi|Dhaka
Belarus|BY|Belarusian|Minsk
Belgium|BE|Belgian|
Bolivia|BO|Bolivian|La Paz
Bosnia and Herzegovina|BA|Bosnian|Sarajevo
Brazil|BR|Brazilian|Brasilia
Bulgaria|BG|Bulgarian|Sofia
Cambodia|KH|Cambodian|Phnom Penh
Cameroon|CM|Cameroonian|
Canada|CA|Canadian|Ottawa
Chile|CL|Chilean|Santiago
China|CN|Chinese|Beijing
Colombia|CO|Colombian|Bogota
Costa Rica|CR|Costa Rican|
Croatia|HR|Croatian|Zagreb
Cuba|CU|Cuban|Havana
Cyprus|CY|Cypriot|Nicosia
Czech Republic|CZ|Czech|Prague
Denmark|DK|Danish|Copenhagen
Ecuador|EC|Ecuadorean|Quito
Egypt|EG|Egyptian|Cairo
Estonia|EE|Estonian|Tallinn
Ethiopia|ET|Ethiopian|Addis Ababa
Finland|FI|Finnish|Helsinki
France|FR|French|Paris
Georgia|GE|Georgian|Tbilisi
Germany|DE|German|Berlin
Ghana|GH|Ghanaian|Accra
Greece|GR|Greek|Athens
Guatemala|GT|Guatemalan|
Hungary|HU|Hungarian|Budapest
Iceland|IS|Icelandic|Reykjavik
India|IN|Indian|New Delhi
Indonesia|ID|Indonesian|Jakarta
Iran|IR|Iranian|Tehran
Iraq|IQ|Iraqi|Baghdad
Ireland|IE|Irish|Dublin
Israel|IL|Israeli|
Italy|IT|Italian|Rome
Japan|JP|Japanese|Tokyo
Jordan|JO|Jordanian|Amman
Kazakhstan|KZ|Kazakh|Astana
Kenya|KE|Kenyan|Nairobi
Kosovo||Kosovan|Pristina
Kuwait|KW|Kuwaiti|
Latvia|LV|Latvian|Riga
Lebanon|LB|Lebanese|Beirut
Libya|LY|Libyan|Tripoli
Lithuania|LT|Lithuanian|Vilnius
Luxembourg|LU||
Malaysia|MY|Malaysian|Kuala Lumpur
Malta|MT|Maltese|Valletta
Mexico|MX|Mexican|Mexico City
Moldova|MD|Moldovan|Chisinau
Mongolia|MN|Mongolian|
Montenegro|ME|Montenegrin|Podgorica
Morocco|MA|Moroccan|Rabat
Myanmar|MM||Naypyidaw
Nepal|NP|Nepali|Kathmandu
Netherlands|NL|Dutch|The Hague
New Zealand|NZ||Wellington
Nigeria|NG|Nigerian|Abuja
North Korea|KP|North Korean|Pyongyang
North Macedonia|MK||Skopje
Norway|NO|Norwegian|Oslo
Oman|OM|Omani|Muscat
Pakistan|PK|Pakistani|Islamabad
Panama|PA|Panamanian|
Peru|PE|Peruvian|Lima
Philippines|PH|Philippine|Manila
Poland|PL|Polish|Warsaw
Portugal|PT|Portuguese|Lisbon
Qatar|QA|Qatari|Doha
Romania|RO|Romanian|Bucharest
Russia|RU|Russian|Moscow|Kremlin
Rwanda|RW|Rwandan|Kigali
Saudi Arabia|SA|Saudi|Riyadh
Senegal|SN|Senegalese|Dakar
Serbia|RS|Serbian|Belgrade
Singapore|SG|Singaporean|
Slovakia|SK|Slovak|Bratislava
Slovenia|SI|Slovenian|Ljubljana
Somalia|SO|Somali|Mogadishu
South Africa|ZA|South African|Pretoria
South Korea|KR|South Korean|Seoul
Spain|ES|Spanish|Madrid
Sri Lanka|LK|Sri Lankan|Colombo
Sudan|SD|Sudanese|Khartoum
Sweden|SE|Swedish|Stockholm
Switzerland|CH|Swiss|Bern
Syria|SY|Syrian|Damascus
Taiwan|TW|Taiwanese|Taipei
Tanzania|TZ|Tanzanian|
Thailand|TH|Thai|Bangkok
Tunisia|TN|Tunisian|Tunis
Türkiye|TR|Turkish|Ankara|Turkey
Uganda|UG|Ugandan|Kampala
Ukraine|UA|Ukrainian|Kyiv|Kiev
United Arab Emirates|AE|Emirati|Abu Dhabi|UAE
United Kingdom|GB|British|London|Britain|UK|U.K.|Downing Street
United States|US|American|Washington|US|U.S.|USA|White House|United States of America
Uruguay|UY|Uruguayan|Montevideo
Uzbekistan|UZ|Uzbek|Tashkent
Venezuela|VE|Venezuelan|Caracas
Vietnam|VN|Vietnamese|Hanoi
Yemen|YE|Yemeni|Sanaa
Zambia|ZM|Zambian|Lusaka
Zimbabwe|ZW|Zimbabwean|Harare"""
STATES = tuple(tuple(line.split("|")) for line in _LINES.splitlines())
PEOPLES = frozenset(state[2] for state in STATES if state[2])
