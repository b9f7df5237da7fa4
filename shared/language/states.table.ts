// States by ISO 3166 code: short and official names in Russian and English, and capitals. A dash stands for "the same".

/** code | ru short | ru genitive | ru official | en short | en official | ru capital | en capital */
export const STATES = `
AF|Афганистан|Афганистана|Исламская Республика Афганистан|Afghanistan|Islamic Republic of Afghanistan|Кабул|Kabul
AL|Албания|Албании|Республика Албания|Albania|Republic of Albania|Тирана|Tirana
DZ|Алжир|Алжира|Алжирская Народная Демократическая Республика|Algeria|People's Democratic Republic of Algeria|Алжир|Algiers
AD|Андорра|Андорры|Княжество Андорра|Andorra|Principality of Andorra|Андорра-ла-Велья|Andorra la Vella
AO|Ангола|Анголы|Республика Ангола|Angola|Republic of Angola|Луанда|Luanda
AG|Антигуа и Барбуда|Антигуа и Барбуды|-|Antigua and Barbuda|-|Сент-Джонс|Saint John's
AR|Аргентина|Аргентины|Аргентинская Республика|Argentina|Argentine Republic|Буэнос-Айрес|Buenos Aires
AM|Армения|Армении|Республика Армения|Armenia|Republic of Armenia|Ереван|Yerevan
AU|Австралия|Австралии|Австралийский Союз|Australia|Commonwealth of Australia|Канберра|Canberra
AT|Австрия|Австрии|Австрийская Республика|Austria|Republic of Austria|Вена|Vienna
AZ|Азербайджан|Азербайджана|Азербайджанская Республика|Azerbaijan|Republic of Azerbaijan|Баку|Baku
BS|Багамские Острова|Багамских Островов|Содружество Багамских Островов|Bahamas|Commonwealth of The Bahamas|Нассау|Nassau
BH|Бахрейн|Бахрейна|Королевство Бахрейн|Bahrain|Kingdom of Bahrain|Манама|Manama
BD|Бангладеш|Бангладеш|Народная Республика Бангладеш|Bangladesh|People's Republic of Bangladesh|Дакка|Dhaka
BB|Барбадос|Барбадоса|-|Barbados|-|Бриджтаун|Bridgetown
BY|Беларусь|Беларуси|Республика Беларусь|Belarus|Republic of Belarus|Минск|Minsk
BE|Бельгия|Бельгии|Королевство Бельгия|Belgium|Kingdom of Belgium|Брюссель|Brussels
BZ|Белиз|Белиза|-|Belize|-|Бельмопан|Belmopan
BJ|Бенин|Бенина|Республика Бенин|Benin|Republic of Benin|Порто-Ново|Porto-Novo
BT|Бутан|Бутана|Королевство Бутан|Bhutan|Kingdom of Bhutan|Тхимпху|Thimphu
BO|Боливия|Боливии|Многонациональное Государство Боливия|Bolivia|Plurinational State of Bolivia|Сукре|Sucre
BA|Босния и Герцеговина|Боснии и Герцеговины|-|Bosnia and Herzegovina|-|Сараево|Sarajevo
BW|Ботсвана|Ботсваны|Республика Ботсвана|Botswana|Republic of Botswana|Габороне|Gaborone
BR|Бразилия|Бразилии|Федеративная Республика Бразилия|Brazil|Federative Republic of Brazil|Бразилиа|Brasilia
BN|Бруней|Брунея|Бруней-Даруссалам|Brunei|Brunei Darussalam|Бандар-Сери-Бегаван|Bandar Seri Begawan
BG|Болгария|Болгарии|Республика Болгария|Bulgaria|Republic of Bulgaria|София|Sofia
BF|Буркина-Фасо|Буркина-Фасо|-|Burkina Faso|-|Уагадугу|Ouagadougou
BI|Бурунди|Бурунди|Республика Бурунди|Burundi|Republic of Burundi|Гитега|Gitega
CV|Кабо-Верде|Кабо-Верде|Республика Кабо-Верде|Cabo Verde|Republic of Cabo Verde|Прая|Praia
KH|Камбоджа|Камбоджи|Королевство Камбоджа|Cambodia|Kingdom of Cambodia|Пномпень|Phnom Penh
CM|Камерун|Камеруна|Республика Камерун|Cameroon|Republic of Cameroon|Яунде|Yaounde
CA|Канада|Канады|-|Canada|-|Оттава|Ottawa
CF|Центральноафриканская Республика|Центральноафриканской Республики|-|Central African Republic|-|Банги|Bangui
TD|Чад|Чада|Республика Чад|Chad|Republic of Chad|Нджамена|N'Djamena
CL|Чили|Чили|Республика Чили|Chile|Republic of Chile|Сантьяго|Santiago
CN|Китай|Китая|Китайская Народная Республика|China|People's Republic of China|Пекин|Beijing
CO|Колумбия|Колумбии|Республика Колумбия|Colombia|Republic of Colombia|Богота|Bogota
KM|Коморы|Комор|Союз Коморских Островов|Comoros|Union of the Comoros|Морони|Moroni
CG|Конго|Конго|Республика Конго|Congo|Republic of the Congo|Браззавиль|Brazzaville
CD|ДР Конго|ДР Конго|Демократическая Республика Конго|DR Congo|Democratic Republic of the Congo|Киншаса|Kinshasa
CR|Коста-Рика|Коста-Рики|Республика Коста-Рика|Costa Rica|Republic of Costa Rica|Сан-Хосе|San Jose
CI|Кот-д’Ивуар|Кот-д’Ивуара|Республика Кот-д’Ивуар|Cote d'Ivoire|Republic of Cote d'Ivoire|Ямусукро|Yamoussoukro
HR|Хорватия|Хорватии|Республика Хорватия|Croatia|Republic of Croatia|Загреб|Zagreb
CU|Куба|Кубы|Республика Куба|Cuba|Republic of Cuba|Гавана|Havana
CY|Кипр|Кипра|Республика Кипр|Cyprus|Republic of Cyprus|Никосия|Nicosia
CZ|Чехия|Чехии|Чешская Республика|Czechia|Czech Republic|Прага|Prague
DK|Дания|Дании|Королевство Дания|Denmark|Kingdom of Denmark|Копенгаген|Copenhagen
DJ|Джибути|Джибути|Республика Джибути|Djibouti|Republic of Djibouti|Джибути|Djibouti
DM|Доминика|Доминики|Содружество Доминики|Dominica|Commonwealth of Dominica|Розо|Roseau
DO|Доминиканская Республика|Доминиканской Республики|-|Dominican Republic|-|Санто-Доминго|Santo Domingo
EC|Эквадор|Эквадора|Республика Эквадор|Ecuador|Republic of Ecuador|Кито|Quito
EG|Египет|Египта|Арабская Республика Египет|Egypt|Arab Republic of Egypt|Каир|Cairo
SV|Сальвадор|Сальвадора|Республика Эль-Сальвадор|El Salvador|Republic of El Salvador|Сан-Сальвадор|San Salvador
GQ|Экваториальная Гвинея|Экваториальной Гвинеи|Республика Экваториальная Гвинея|Equatorial Guinea|Republic of Equatorial Guinea|Малабо|Malabo
ER|Эритрея|Эритреи|Государство Эритрея|Eritrea|State of Eritrea|Асмэра|Asmara
EE|Эстония|Эстонии|Эстонская Республика|Estonia|Republic of Estonia|Таллин|Tallinn
SZ|Эсватини|Эсватини|Королевство Эсватини|Eswatini|Kingdom of Eswatini|Мбабане|Mbabane
ET|Эфиопия|Эфиопии|Федеративная Демократическая Республика Эфиопия|Ethiopia|Federal Democratic Republic of Ethiopia|Аддис-Абеба|Addis Ababa
FJ|Фиджи|Фиджи|Республика Фиджи|Fiji|Republic of Fiji|Сува|Suva
FI|Финляндия|Финляндии|Финляндская Республика|Finland|Republic of Finland|Хельсинки|Helsinki
FR|Франция|Франции|Французская Республика|France|French Republic|Париж|Paris
GA|Габон|Габона|Габонская Республика|Gabon|Gabonese Republic|Либревиль|Libreville
GM|Гамбия|Гамбии|Республика Гамбия|Gambia|Republic of The Gambia|Банжул|Banjul
GE|Грузия|Грузии|-|Georgia|-|Тбилиси|Tbilisi
DE|Германия|Германии|Федеративная Республика Германия|Germany|Federal Republic of Germany|Берлин|Berlin
GH|Гана|Ганы|Республика Гана|Ghana|Republic of Ghana|Аккра|Accra
GR|Греция|Греции|Греческая Республика|Greece|Hellenic Republic|Афины|Athens
GD|Гренада|Гренады|-|Grenada|-|Сент-Джорджес|Saint George's
GT|Гватемала|Гватемалы|Республика Гватемала|Guatemala|Republic of Guatemala|Гватемала|Guatemala City
GN|Гвинея|Гвинеи|Гвинейская Республика|Guinea|Republic of Guinea|Конакри|Conakry
GW|Гвинея-Бисау|Гвинеи-Бисау|Республика Гвинея-Бисау|Guinea-Bissau|Republic of Guinea-Bissau|Бисау|Bissau
GY|Гайана|Гайаны|Кооперативная Республика Гайана|Guyana|Co-operative Republic of Guyana|Джорджтаун|Georgetown
HT|Гаити|Гаити|Республика Гаити|Haiti|Republic of Haiti|Порт-о-Пренс|Port-au-Prince
VA|Ватикан|Ватикана|Святой Престол|Holy See|Vatican City State|Ватикан|Vatican City
HN|Гондурас|Гондураса|Республика Гондурас|Honduras|Republic of Honduras|Тегусигальпа|Tegucigalpa
HU|Венгрия|Венгрии|-|Hungary|-|Будапешт|Budapest
IS|Исландия|Исландии|Республика Исландия|Iceland|Republic of Iceland|Рейкьявик|Reykjavik
IN|Индия|Индии|Республика Индия|India|Republic of India|Нью-Дели|New Delhi
ID|Индонезия|Индонезии|Республика Индонезия|Indonesia|Republic of Indonesia|Джакарта|Jakarta
IR|Иран|Ирана|Исламская Республика Иран|Iran|Islamic Republic of Iran|Тегеран|Tehran
IQ|Ирак|Ирака|Республика Ирак|Iraq|Republic of Iraq|Багдад|Baghdad
IE|Ирландия|Ирландии|-|Ireland|-|Дублин|Dublin
IL|Израиль|Израиля|Государство Израиль|Israel|State of Israel|Иерусалим|Jerusalem
IT|Италия|Италии|Итальянская Республика|Italy|Italian Republic|Рим|Rome
JM|Ямайка|Ямайки|-|Jamaica|-|Кингстон|Kingston
JP|Япония|Японии|-|Japan|-|Токио|Tokyo
JO|Иордания|Иордании|Иорданское Хашимитское Королевство|Jordan|Hashemite Kingdom of Jordan|Амман|Amman
KZ|Казахстан|Казахстана|Республика Казахстан|Kazakhstan|Republic of Kazakhstan|Астана|Astana
KE|Кения|Кении|Республика Кения|Kenya|Republic of Kenya|Найроби|Nairobi
KI|Кирибати|Кирибати|Республика Кирибати|Kiribati|Republic of Kiribati|Тарава|Tarawa
KP|КНДР|КНДР|Корейская Народно-Демократическая Республика|DPRK|Democratic People's Republic of Korea|Пхеньян|Pyongyang
KR|Республика Корея|Республики Корея|-|Republic of Korea|-|Сеул|Seoul
KW|Кувейт|Кувейта|Государство Кувейт|Kuwait|State of Kuwait|Эль-Кувейт|Kuwait City
KG|Кыргызстан|Кыргызстана|Кыргызская Республика|Kyrgyzstan|Kyrgyz Republic|Бишкек|Bishkek
LA|Лаос|Лаоса|Лаосская Народно-Демократическая Республика|Laos|Lao People's Democratic Republic|Вьентьян|Vientiane
LV|Латвия|Латвии|Латвийская Республика|Latvia|Republic of Latvia|Рига|Riga
LB|Ливан|Ливана|Ливанская Республика|Lebanon|Lebanese Republic|Бейрут|Beirut
LS|Лесото|Лесото|Королевство Лесото|Lesotho|Kingdom of Lesotho|Масеру|Maseru
LR|Либерия|Либерии|Республика Либерия|Liberia|Republic of Liberia|Монровия|Monrovia
LY|Ливия|Ливии|Государство Ливия|Libya|State of Libya|Триполи|Tripoli
LI|Лихтенштейн|Лихтенштейна|Княжество Лихтенштейн|Liechtenstein|Principality of Liechtenstein|Вадуц|Vaduz
LT|Литва|Литвы|Литовская Республика|Lithuania|Republic of Lithuania|Вильнюс|Vilnius
LU|Люксембург|Люксембурга|Великое Герцогство Люксембург|Luxembourg|Grand Duchy of Luxembourg|Люксембург|Luxembourg
MG|Мадагаскар|Мадагаскара|Республика Мадагаскар|Madagascar|Republic of Madagascar|Антананариву|Antananarivo
MW|Малави|Малави|Республика Малави|Malawi|Republic of Malawi|Лилонгве|Lilongwe
MY|Малайзия|Малайзии|-|Malaysia|-|Куала-Лумпур|Kuala Lumpur
MV|Мальдивы|Мальдив|Мальдивская Республика|Maldives|Republic of Maldives|Мале|Male
ML|Мали|Мали|Республика Мали|Mali|Republic of Mali|Бамако|Bamako
MT|Мальта|Мальты|Республика Мальта|Malta|Republic of Malta|Валлетта|Valletta
MH|Маршалловы Острова|Маршалловых Островов|Республика Маршалловы Острова|Marshall Islands|Republic of the Marshall Islands|Маджуро|Majuro
MR|Мавритания|Мавритании|Исламская Республика Мавритания|Mauritania|Islamic Republic of Mauritania|Нуакшот|Nouakchott
MU|Маврикий|Маврикия|Республика Маврикий|Mauritius|Republic of Mauritius|Порт-Луи|Port Louis
MX|Мексика|Мексики|Мексиканские Соединенные Штаты|Mexico|United Mexican States|Мехико|Mexico City
FM|Микронезия|Микронезии|Федеративные Штаты Микронезии|Micronesia|Federated States of Micronesia|Паликир|Palikir
MD|Молдова|Молдовы|Республика Молдова|Moldova|Republic of Moldova|Кишинев|Chisinau
MC|Монако|Монако|Княжество Монако|Monaco|Principality of Monaco|Монако|Monaco
MN|Монголия|Монголии|-|Mongolia|-|Улан-Батор|Ulaanbaatar
ME|Черногория|Черногории|-|Montenegro|-|Подгорица|Podgorica
MA|Марокко|Марокко|Королевство Марокко|Morocco|Kingdom of Morocco|Рабат|Rabat
MZ|Мозамбик|Мозамбика|Республика Мозамбик|Mozambique|Republic of Mozambique|Мапуту|Maputo
MM|Мьянма|Мьянмы|Республика Союз Мьянма|Myanmar|Republic of the Union of Myanmar|Нейпьидо|Naypyidaw
NA|Намибия|Намибии|Республика Намибия|Namibia|Republic of Namibia|Виндхук|Windhoek
NR|Науру|Науру|Республика Науру|Nauru|Republic of Nauru|Ярен|Yaren
NP|Непал|Непала|Федеративная Демократическая Республика Непал|Nepal|Federal Democratic Republic of Nepal|Катманду|Kathmandu
NL|Нидерланды|Нидерландов|Королевство Нидерландов|Netherlands|Kingdom of the Netherlands|Амстердам|Amsterdam
NZ|Новая Зеландия|Новой Зеландии|-|New Zealand|-|Веллингтон|Wellington
NI|Никарагуа|Никарагуа|Республика Никарагуа|Nicaragua|Republic of Nicaragua|Манагуа|Managua
NE|Нигер|Нигера|Республика Нигер|Niger|Republic of the Niger|Ниамей|Niamey
NG|Нигерия|Нигерии|Федеративная Республика Нигерия|Nigeria|Federal Republic of Nigeria|Абуджа|Abuja
MK|Северная Македония|Северной Македонии|Республика Северная Македония|North Macedonia|Republic of North Macedonia|Скопье|Skopje
NO|Норвегия|Норвегии|Королевство Норвегия|Norway|Kingdom of Norway|Осло|Oslo
OM|Оман|Омана|Султанат Оман|Oman|Sultanate of Oman|Маскат|Muscat
PK|Пакистан|Пакистана|Исламская Республика Пакистан|Pakistan|Islamic Republic of Pakistan|Исламабад|Islamabad
PW|Палау|Палау|Республика Палау|Palau|Republic of Palau|Нгерулмуд|Ngerulmud
PS|Палестина|Палестины|Государство Палестина|Palestine|State of Palestine|Рамалла|Ramallah
PA|Панама|Панамы|Республика Панама|Panama|Republic of Panama|Панама|Panama City
PG|Папуа – Новая Гвинея|Папуа – Новой Гвинеи|Независимое Государство Папуа – Новая Гвинея|Papua New Guinea|Independent State of Papua New Guinea|Порт-Морсби|Port Moresby
PY|Парагвай|Парагвая|Республика Парагвай|Paraguay|Republic of Paraguay|Асунсьон|Asuncion
PE|Перу|Перу|Республика Перу|Peru|Republic of Peru|Лима|Lima
PH|Филиппины|Филиппин|Республика Филиппины|Philippines|Republic of the Philippines|Манила|Manila
PL|Польша|Польши|Республика Польша|Poland|Republic of Poland|Варшава|Warsaw
PT|Португалия|Португалии|Португальская Республика|Portugal|Portuguese Republic|Лиссабон|Lisbon
QA|Катар|Катара|Государство Катар|Qatar|State of Qatar|Доха|Doha
RO|Румыния|Румынии|-|Romania|-|Бухарест|Bucharest
RU|Россия|России|Российская Федерация|Russia|Russian Federation|Москва|Moscow
RW|Руанда|Руанды|Республика Руанда|Rwanda|Republic of Rwanda|Кигали|Kigali
KN|Сент-Китс и Невис|Сент-Китса и Невиса|Федерация Сент-Китс и Невис|Saint Kitts and Nevis|Federation of Saint Kitts and Nevis|Бастер|Basseterre
LC|Сент-Люсия|Сент-Люсии|-|Saint Lucia|-|Кастри|Castries
VC|Сент-Винсент и Гренадины|Сент-Винсента и Гренадин|-|Saint Vincent and the Grenadines|-|Кингстаун|Kingstown
WS|Самоа|Самоа|Независимое Государство Самоа|Samoa|Independent State of Samoa|Апиа|Apia
SM|Сан-Марино|Сан-Марино|Республика Сан-Марино|San Marino|Republic of San Marino|Сан-Марино|San Marino
ST|Сан-Томе и Принсипи|Сан-Томе и Принсипи|Демократическая Республика Сан-Томе и Принсипи|Sao Tome and Principe|Democratic Republic of Sao Tome and Principe|Сан-Томе|Sao Tome
SA|Саудовская Аравия|Саудовской Аравии|Королевство Саудовская Аравия|Saudi Arabia|Kingdom of Saudi Arabia|Эр-Рияд|Riyadh
SN|Сенегал|Сенегала|Республика Сенегал|Senegal|Republic of Senegal|Дакар|Dakar
RS|Сербия|Сербии|Республика Сербия|Serbia|Republic of Serbia|Белград|Belgrade
SC|Сейшельские Острова|Сейшельских Островов|Республика Сейшельские Острова|Seychelles|Republic of Seychelles|Виктория|Victoria
SL|Сьерра-Леоне|Сьерра-Леоне|Республика Сьерра-Леоне|Sierra Leone|Republic of Sierra Leone|Фритаун|Freetown
SG|Сингапур|Сингапура|Республика Сингапур|Singapore|Republic of Singapore|Сингапур|Singapore
SK|Словакия|Словакии|Словацкая Республика|Slovakia|Slovak Republic|Братислава|Bratislava
SI|Словения|Словении|Республика Словения|Slovenia|Republic of Slovenia|Любляна|Ljubljana
SB|Соломоновы Острова|Соломоновых Островов|-|Solomon Islands|-|Хониара|Honiara
SO|Сомали|Сомали|Федеративная Республика Сомали|Somalia|Federal Republic of Somalia|Могадишо|Mogadishu
ZA|ЮАР|ЮАР|Южно-Африканская Республика|South Africa|Republic of South Africa|Претория|Pretoria
SS|Южный Судан|Южного Судана|Республика Южный Судан|South Sudan|Republic of South Sudan|Джуба|Juba
ES|Испания|Испании|Королевство Испания|Spain|Kingdom of Spain|Мадрид|Madrid
LK|Шри-Ланка|Шри-Ланки|Демократическая Социалистическая Республика Шри-Ланка|Sri Lanka|Democratic Socialist Republic of Sri Lanka|Коломбо|Colombo
SD|Судан|Судана|Республика Судан|Sudan|Republic of the Sudan|Хартум|Khartoum
SR|Суринам|Суринама|Республика Суринам|Suriname|Republic of Suriname|Парамарибо|Paramaribo
SE|Швеция|Швеции|Королевство Швеция|Sweden|Kingdom of Sweden|Стокгольм|Stockholm
CH|Швейцария|Швейцарии|Швейцарская Конфедерация|Switzerland|Swiss Confederation|Берн|Bern
SY|Сирия|Сирии|Сирийская Арабская Республика|Syria|Syrian Arab Republic|Дамаск|Damascus
TJ|Таджикистан|Таджикистана|Республика Таджикистан|Tajikistan|Republic of Tajikistan|Душанбе|Dushanbe
TZ|Танзания|Танзании|Объединенная Республика Танзания|Tanzania|United Republic of Tanzania|Додома|Dodoma
TH|Таиланд|Таиланда|Королевство Таиланд|Thailand|Kingdom of Thailand|Бангкок|Bangkok
TL|Тимор-Лешти|Тимора-Лешти|Демократическая Республика Тимор-Лешти|Timor-Leste|Democratic Republic of Timor-Leste|Дили|Dili
TG|Того|Того|Тоголезская Республика|Togo|Togolese Republic|Ломе|Lome
TO|Тонга|Тонги|Королевство Тонга|Tonga|Kingdom of Tonga|Нукуалофа|Nuku'alofa
TT|Тринидад и Тобаго|Тринидада и Тобаго|Республика Тринидад и Тобаго|Trinidad and Tobago|Republic of Trinidad and Tobago|Порт-оф-Спейн|Port of Spain
TN|Тунис|Туниса|Тунисская Республика|Tunisia|Republic of Tunisia|Тунис|Tunis
TR|Турция|Турции|Турецкая Республика|Türkiye|Republic of Türkiye|Анкара|Ankara
TM|Туркменистан|Туркменистана|-|Turkmenistan|-|Ашхабад|Ashgabat
TV|Тувалу|Тувалу|-|Tuvalu|-|Фунафути|Funafuti
UG|Уганда|Уганды|Республика Уганда|Uganda|Republic of Uganda|Кампала|Kampala
UA|Украина|Украины|-|Ukraine|-|Киев|Kyiv
AE|ОАЭ|ОАЭ|Объединенные Арабские Эмираты|UAE|United Arab Emirates|Абу-Даби|Abu Dhabi
GB|Великобритания|Великобритании|Соединенное Королевство Великобритании и Северной Ирландии|United Kingdom|United Kingdom of Great Britain and Northern Ireland|Лондон|London
US|США|США|Соединенные Штаты Америки|United States|United States of America|Вашингтон|Washington
UY|Уругвай|Уругвая|Восточная Республика Уругвай|Uruguay|Eastern Republic of Uruguay|Монтевидео|Montevideo
UZ|Узбекистан|Узбекистана|Республика Узбекистан|Uzbekistan|Republic of Uzbekistan|Ташкент|Tashkent
VU|Вануату|Вануату|Республика Вануату|Vanuatu|Republic of Vanuatu|Порт-Вила|Port Vila
VE|Венесуэла|Венесуэлы|Боливарианская Республика Венесуэла|Venezuela|Bolivarian Republic of Venezuela|Каракас|Caracas
VN|Вьетнам|Вьетнама|Социалистическая Республика Вьетнам|Viet Nam|Socialist Republic of Viet Nam|Ханой|Hanoi
YE|Йемен|Йемена|Йеменская Республика|Yemen|Republic of Yemen|Сана|Sana'a
ZM|Замбия|Замбии|Республика Замбия|Zambia|Republic of Zambia|Лусака|Lusaka
ZW|Зимбабве|Зимбабве|Республика Зимбабве|Zimbabwe|Republic of Zimbabwe|Хараре|Harare
`

/** Other names in use, by code. */
export const OTHER_NAMES = `
RU|РФ|KG|Киргизия|KG|Киргизская Республика|BY|Белоруссия|CN|КНР|MD|Молдавия|TM|Туркмения|TR|Турецкая Республика
KR|Южная Корея|KR|South Korea|KP|North Korea|VN|Vietnam|VN|Socialist Republic of Vietnam|TR|Turkey|TR|Republic of Turkey
US|Соединенные Штаты|US|USA|GB|Соединенное Королевство|GB|UK|IR|Iran (Islamic Republic of)|LA|Lao PDR|CZ|Чешская Республика
CI|Côte d’Ivoire|ZA|Южная Африка|AE|Эмираты|TR|Republic of Turkiye|TR|Turkiye|NL|Королевство Нидерланды|GB|Great Britain
`

/** Cities where statements are made and that are no capitals of today: ru | en. */
export const CITIES = `
Нур-Султан|Nur-Sultan|Самарканд|Samarkand|Бухара|Bukhara|Хива|Khiva|Ош|Osh|Алматы|Almaty|Алма-Ата|Alma-Ata|Шымкент|Shymkent|Туркестан|Turkistan
Чолпон-Ата|Cholpon-Ata|Туркменбаши|Turkmenbashi|Аваза|Awaza|Сиань|Xi'an|Шанхай|Shanghai|Циндао|Qingdao|Тяньцзинь|Tianjin|Санкт-Петербург|Saint Petersburg
Казань|Kazan|Уфа|Ufa|Сочи|Sochi|Екатеринбург|Yekaterinburg|Владивосток|Vladivostok|Нью-Йорк|New York|Женева|Geneva|Страсбург|Strasbourg|Гаага|The Hague
Стамбул|Istanbul|Шуша|Shusha|Нахчыван|Nakhchivan|Габала|Gabala|Лачин|Lachin|Ходжент|Khujand|Худжанд|Khujand|Термез|Termez|Фергана|Fergana|Хиросима|Hiroshima
Киото|Kyoto|Осака|Osaka|Мюнхен|Munich|Бонн|Bonn|Милан|Milan|Джидда|Jeddah|Дубай|Dubai|Иркутск|Irkutsk|Омск|Omsk|Астрахань|Astrakhan|Актау|Aktau
`
