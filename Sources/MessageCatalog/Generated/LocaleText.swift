// Made by scripts/generate-cldr from common/main, CLDR 41.
// Data © Unicode, Inc., licence Unicode-DFS-2016. Do not edit.
// swift-format-ignore-file

/// A locale a line: tag, parent, then the fields it does not inherit.
enum LocaleText {
    static let rows = """
        root||30|.|,|-|0%|.|,|331|y-MM-dd|y MMM d|y MMMM d|M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12|M01;M02;M03;M04;M05;M06;M07;M08;M09;M10;M11;M12|=|=
        af|root||,|\u{A0}|||,|\u{A0}|||dd MMM y|dd MMMM y|Januarie;Februarie;Maart;April;Mei;Junie;Julie;Augustus;September;Oktober;November;Desember|Jan.;Feb.;Mrt.;Apr.;Mei;Jun.;Jul.;Aug.;Sep.;Okt.;Nov.;Des.|=|=
        am|root|||||||||dd/MM/y|d MMM y|d MMMM y|ጃንዩወሪ;ፌብሩወሪ;ማርች;ኤፕሪል;ሜይ;ጁን;ጁላይ;ኦገስት;ሴፕቴምበር;ኦክቶበር;ኖቬምበር;ዲሴምበር|ጃንዩ;ፌብሩ;ማርች;ኤፕሪ;ሜይ;ጁን;ጁላይ;ኦገስ;ሴፕቴ;ኦክቶ;ኖቬም;ዲሴም|=|=
        ar|root|660|٫|٬|\u{61C}-|0٪\u{61C}||||d\u{200F}/M\u{200F}/y|dd\u{200F}/MM\u{200F}/y|d MMMM y|يناير;فبراير;مارس;أبريل;مايو;يونيو;يوليو;أغسطس;سبتمبر;أكتوبر;نوفمبر;ديسمبر|يناير;فبراير;مارس;أبريل;مايو;يونيو;يوليو;أغسطس;سبتمبر;أكتوبر;نوفمبر;ديسمبر|=|=
        az|root||,|.|||,|.||dd.MM.yy|d MMM y|d MMMM y|yanvar;fevral;mart;aprel;may;iyun;iyul;avqust;sentyabr;oktyabr;noyabr;dekabr|yan;fev;mar;apr;may;iyn;iyl;avq;sen;okt;noy;dek|=|=
        az-Cyrl|root||,|.|||,|.||dd.MM.yy|d MMM y|d MMMM y|јанвар;феврал;март;апрел;май;ијун;ијул;август;сентјабр;октјабр;нојабр;декабр|јан;фев;мар;апр;май;ијн;ијл;авг;сен;окт;ној;дек|Јанвар;Феврал;Март;Апрел;Май;Ијун;Ијул;Август;Сентјабр;Октјабр;Нојабр;Декабр|=
        be|root||,|\u{A0}||0\u{A0}%|,|\u{A0}|332|d.MM.yy|d MMM y 'г'.|d MMMM y 'г'.|студзеня;лютага;сакавіка;красавіка;мая;чэрвеня;ліпеня;жніўня;верасня;кастрычніка;лістапада;снежня|сту;лют;сак;кра;мая;чэр;ліп;жні;вер;кас;ліс;сне|студзень;люты;сакавік;красавік;май;чэрвень;ліпень;жнівень;верасень;кастрычнік;лістапад;снежань|сту;лют;сак;кра;май;чэр;ліп;жні;вер;кас;ліс;сне
        bg|root||,|\u{A0}|||,|\u{A0}|332|d.MM.yy 'г'.|d.MM.y 'г'.|d MMMM y 'г'.|януари;февруари;март;април;май;юни;юли;август;септември;октомври;ноември;декември|яну;фев;март;апр;май;юни;юли;авг;сеп;окт;ное;дек|=|=
        bn|root|9E6|||||||321|d/M/yy|d MMM, y|d MMMM, y|জানুয়ারী;ফেব্রুয়ারী;মার্চ;এপ্রিল;মে;জুন;জুলাই;আগস্ট;সেপ্টেম্বর;অক্টোবর;নভেম্বর;ডিসেম্বর|জানু;ফেব;মার্চ;এপ্রিল;মে;জুন;জুলাই;আগস্ট;সেপ্টেম্বর;অক্টোবর;নভেম্বর;ডিসেম্বর|=|জানুয়ারী;ফেব্রুয়ারী;মার্চ;এপ্রিল;মে;জুন;জুলাই;আগস্ট;সেপ্টেম্বর;অক্টোবর;নভেম্বর;ডিসেম্বর
        bs|root||,|.||0\u{A0}%|,|.||d. M. y.|d. MMM y.|d. MMMM y.|januar;februar;mart;april;maj;juni;juli;august;septembar;oktobar;novembar;decembar|jan;feb;mar;apr;maj;jun;jul;aug;sep;okt;nov;dec|=|=
        bs-Cyrl|root||,|.|||,|.||d.M.yy.|dd.MM.y.|dd. MMMM y.|јануар;фебруар;март;април;мај;јуни;јули;аугуст;септембар;октобар;новембар;децембар|јан;феб;мар;апр;мај;јун;јул;ауг;сеп;окт;нов;дец|=|=
        ca|root||,|.|||,|.||d/M/yy|d MMM y|d MMMM 'de' y|de gener;de febrer;de març;d’abril;de maig;de juny;de juliol;d’agost;de setembre;d’octubre;de novembre;de desembre|de gen.;de febr.;de març;d’abr.;de maig;de juny;de jul.;d’ag.;de set.;d’oct.;de nov.;de des.|gener;febrer;març;abril;maig;juny;juliol;agost;setembre;octubre;novembre;desembre|gen.;febr.;març;abr.;maig;juny;jul.;ag.;set.;oct.;nov.;des.
        cs|root||,|\u{A0}||0\u{A0}%|,|\u{A0}||dd.MM.yy|d. M. y|d. MMMM y|ledna;února;března;dubna;května;června;července;srpna;září;října;listopadu;prosince|led;úno;bře;dub;kvě;čvn;čvc;srp;zář;říj;lis;pro|leden;únor;březen;duben;květen;červen;červenec;srpen;září;říjen;listopad;prosinec|=
        cy|root|||||||||dd/MM/yy|d MMM y|d MMMM y|Ionawr;Chwefror;Mawrth;Ebrill;Mai;Mehefin;Gorffennaf;Awst;Medi;Hydref;Tachwedd;Rhagfyr|Ion;Chwef;Maw;Ebr;Mai;Meh;Gorff;Awst;Medi;Hyd;Tach;Rhag|=|Ion;Chw;Maw;Ebr;Mai;Meh;Gor;Awst;Medi;Hyd;Tach;Rhag
        da|root||,|.||0\u{A0}%|,|.||dd.MM.y|d. MMM y|d. MMMM y|januar;februar;marts;april;maj;juni;juli;august;september;oktober;november;december|jan.;feb.;mar.;apr.;maj;jun.;jul.;aug.;sep.;okt.;nov.;dec.|=|=
        de|root||,|.||0\u{A0}%|,|.||dd.MM.yy|dd.MM.y|d. MMMM y|Januar;Februar;März;April;Mai;Juni;Juli;August;September;Oktober;November;Dezember|Jan.;Feb.;März;Apr.;Mai;Juni;Juli;Aug.;Sept.;Okt.;Nov.;Dez.|=|Jan;Feb;Mär;Apr;Mai;Jun;Jul;Aug;Sep;Okt;Nov;Dez
        el|root||,|.|||,|.||d/M/yy|d MMM y|d MMMM y|Ιανουαρίου;Φεβρουαρίου;Μαρτίου;Απριλίου;Μαΐου;Ιουνίου;Ιουλίου;Αυγούστου;Σεπτεμβρίου;Οκτωβρίου;Νοεμβρίου;Δεκεμβρίου|Ιαν;Φεβ;Μαρ;Απρ;Μαΐ;Ιουν;Ιουλ;Αυγ;Σεπ;Οκτ;Νοε;Δεκ|Ιανουάριος;Φεβρουάριος;Μάρτιος;Απρίλιος;Μάιος;Ιούνιος;Ιούλιος;Αύγουστος;Σεπτέμβριος;Οκτώβριος;Νοέμβριος;Δεκέμβριος|Ιαν;Φεβ;Μάρ;Απρ;Μάι;Ιούν;Ιούλ;Αύγ;Σεπ;Οκτ;Νοέ;Δεκ
        en|root|||||||||M/d/yy|MMM d, y|MMMM d, y|January;February;March;April;May;June;July;August;September;October;November;December|Jan;Feb;Mar;Apr;May;Jun;Jul;Aug;Sep;Oct;Nov;Dec|=|=
        es|root||,|.||0\u{A0}%|,|.|332|d/M/yy|d MMM y|d 'de' MMMM 'de' y|enero;febrero;marzo;abril;mayo;junio;julio;agosto;septiembre;octubre;noviembre;diciembre|ene;feb;mar;abr;may;jun;jul;ago;sept;oct;nov;dic|=|=
        et|root||,|\u{A0}|−||,|\u{A0}|332|dd.MM.yy|d. MMM y|d. MMMM y|jaanuar;veebruar;märts;aprill;mai;juuni;juuli;august;september;oktoober;november;detsember|jaan;veebr;märts;apr;mai;juuni;juuli;aug;sept;okt;nov;dets|=|=
        eu|root||,|.|−|%\u{A0}0|,|.||yy/M/d|y('e')'ko' MMM d('a')|y('e')'ko' MMMM'ren' d('a')|urtarrilak;otsailak;martxoak;apirilak;maiatzak;ekainak;uztailak;abuztuak;irailak;urriak;azaroak;abenduak|urt.;ots.;mar.;api.;mai.;eka.;uzt.;abu.;ira.;urr.;aza.;abe.|urtarrila;otsaila;martxoa;apirila;maiatza;ekaina;uztaila;abuztua;iraila;urria;azaroa;abendua|=
        fa|root|6F0|٫|٬|\u{200E}−|0٪||||y/M/d|d MMM y|d MMMM y|ژانویهٔ;فوریهٔ;مارس;آوریل;مهٔ;ژوئن;ژوئیهٔ;اوت;سپتامبر;اکتبر;نوامبر;دسامبر|ژانویه;فوریه;مارس;آوریل;مه;ژوئن;ژوئیه;اوت;سپتامبر;اکتبر;نوامبر;دسامبر|ژانویه;فوریه;مارس;آوریل;مه;ژوئن;ژوئیه;اوت;سپتامبر;اکتبر;نوامبر;دسامبر|=
        fi|root||,|\u{A0}|−|0\u{A0}%|,|\u{A0}||d.M.y|d.M.y|d. MMMM y|tammikuuta;helmikuuta;maaliskuuta;huhtikuuta;toukokuuta;kesäkuuta;heinäkuuta;elokuuta;syyskuuta;lokakuuta;marraskuuta;joulukuuta|tammik.;helmik.;maalisk.;huhtik.;toukok.;kesäk.;heinäk.;elok.;syysk.;lokak.;marrask.;jouluk.|tammikuu;helmikuu;maaliskuu;huhtikuu;toukokuu;kesäkuu;heinäkuu;elokuu;syyskuu;lokakuu;marraskuu;joulukuu|tammi;helmi;maalis;huhti;touko;kesä;heinä;elo;syys;loka;marras;joulu
        fil|root|||||||||M/d/yy|MMM d, y|MMMM d, y|Enero;Pebrero;Marso;Abril;Mayo;Hunyo;Hulyo;Agosto;Setyembre;Oktubre;Nobyembre;Disyembre|Ene;Peb;Mar;Abr;May;Hun;Hul;Ago;Set;Okt;Nob;Dis|=|=
        fr|root||,|\u{202F}||0\u{A0}%|,|\u{202F}||dd/MM/y|d MMM y|d MMMM y|janvier;février;mars;avril;mai;juin;juillet;août;septembre;octobre;novembre;décembre|janv.;févr.;mars;avr.;mai;juin;juil.;août;sept.;oct.;nov.;déc.|=|=
        ga|root|||||||||dd/MM/y|d MMM y|d MMMM y|Eanáir;Feabhra;Márta;Aibreán;Bealtaine;Meitheamh;Iúil;Lúnasa;Meán Fómhair;Deireadh Fómhair;Samhain;Nollaig|Ean;Feabh;Márta;Aib;Beal;Meith;Iúil;Lún;MFómh;DFómh;Samh;Noll|=|=
        gl|root||,|.||0\u{A0}%|,|.||dd/MM/yy|d 'de' MMM 'de' y|d 'de' MMMM 'de' y|xaneiro;febreiro;marzo;abril;maio;xuño;xullo;agosto;setembro;outubro;novembro;decembro|xan.;feb.;mar.;abr.;maio;xuño;xul.;ago.;set.;out.;nov.;dec.|Xaneiro;Febreiro;Marzo;Abril;Maio;Xuño;Xullo;Agosto;Setembro;Outubro;Novembro;Decembro|Xan.;Feb.;Mar.;Abr.;Maio;Xuño;Xul.;Ago.;Set.;Out.;Nov.;Dec.
        gu|root||||||||321|d/M/yy|d MMM, y|d MMMM, y|જાન્યુઆરી;ફેબ્રુઆરી;માર્ચ;એપ્રિલ;મે;જૂન;જુલાઈ;ઑગસ્ટ;સપ્ટેમ્બર;ઑક્ટોબર;નવેમ્બર;ડિસેમ્બર|જાન્યુ;ફેબ્રુ;માર્ચ;એપ્રિલ;મે;જૂન;જુલાઈ;ઑગસ્ટ;સપ્ટે;ઑક્ટો;નવે;ડિસે|=|=
        ha|root|||||||||d/M/yy|d MMM, y|d MMMM, y|Janairu;Faburairu;Maris;Afirilu;Mayu;Yuni;Yuli;Agusta;Satumba;Oktoba;Nuwamba;Disamba|Jan;Fab;Mar;Afi;May;Yun;Yul;Agu;Sat;Okt;Nuw;Dis|=|=
        he|root||||\u{200E}-|||||d.M.y|d בMMM y|d בMMMM y|ינואר;פברואר;מרץ;אפריל;מאי;יוני;יולי;אוגוסט;ספטמבר;אוקטובר;נובמבר;דצמבר|ינו׳;פבר׳;מרץ;אפר׳;מאי;יוני;יולי;אוג׳;ספט׳;אוק׳;נוב׳;דצמ׳|=|=
        hi|root||||||||321|d/M/yy|d MMM y|d MMMM y|जनवरी;फ़रवरी;मार्च;अप्रैल;मई;जून;जुलाई;अगस्त;सितंबर;अक्तूबर;नवंबर;दिसंबर|जन॰;फ़र॰;मार्च;अप्रैल;मई;जून;जुल॰;अग॰;सित॰;अक्तू॰;नव॰;दिस॰|=|=
        hr|root||,|.|−|0\u{A0}%|,|.||dd. MM. y.|d. MMM y.|d. MMMM y.|siječnja;veljače;ožujka;travnja;svibnja;lipnja;srpnja;kolovoza;rujna;listopada;studenoga;prosinca|sij;velj;ožu;tra;svi;lip;srp;kol;ruj;lis;stu;pro|siječanj;veljača;ožujak;travanj;svibanj;lipanj;srpanj;kolovoz;rujan;listopad;studeni;prosinac|=
        hu|root||,|\u{A0}|||,|\u{A0}||y. MM. dd.|y. MMM d.|y. MMMM d.|január;február;március;április;május;június;július;augusztus;szeptember;október;november;december|jan.;febr.;márc.;ápr.;máj.;jún.;júl.;aug.;szept.;okt.;nov.;dec.|=|=
        hy|root||,|\u{A0}|||,|\u{A0}||dd.MM.yy|dd MMM, y թ.|dd MMMM, y թ.|հունվարի;փետրվարի;մարտի;ապրիլի;մայիսի;հունիսի;հուլիսի;օգոստոսի;սեպտեմբերի;հոկտեմբերի;նոյեմբերի;դեկտեմբերի|հնվ;փտվ;մրտ;ապր;մյս;հնս;հլս;օգս;սեպ;հոկ;նոյ;դեկ|հունվար;փետրվար;մարտ;ապրիլ;մայիս;հունիս;հուլիս;օգոստոս;սեպտեմբեր;հոկտեմբեր;նոյեմբեր;դեկտեմբեր|=
        id|root||,|.|||,|.||dd/MM/yy|d MMM y|d MMMM y|Januari;Februari;Maret;April;Mei;Juni;Juli;Agustus;September;Oktober;November;Desember|Jan;Feb;Mar;Apr;Mei;Jun;Jul;Agu;Sep;Okt;Nov;Des|=|=
        ig|root|||||||||d/M/yy|d MMM y|d MMMM y|Jenụwarị;Febrụwarị;Maachị;Epreel;Mee;Juun;Julaị;Ọgọọst;Septemba;Ọktoba;Novemba;Disemba|Jen;Feb;Maa;Epr;Mee;Juu;Jul;Ọgọ;Sep;Ọkt;Nov;Dis|=|=
        is|root||,|.|||,|.||d.M.y|d. MMM y|d. MMMM y|janúar;febrúar;mars;apríl;maí;júní;júlí;ágúst;september;október;nóvember;desember|jan.;feb.;mar.;apr.;maí;jún.;júl.;ágú.;sep.;okt.;nóv.;des.|=|=
        it|root||,|.|||,|.||dd/MM/yy|d MMM y|d MMMM y|gennaio;febbraio;marzo;aprile;maggio;giugno;luglio;agosto;settembre;ottobre;novembre;dicembre|gen;feb;mar;apr;mag;giu;lug;ago;set;ott;nov;dic|=|=
        ja|root|||||||||y/MM/dd|y/MM/dd|y年M月d日|1月;2月;3月;4月;5月;6月;7月;8月;9月;10月;11月;12月|1月;2月;3月;4月;5月;6月;7月;8月;9月;10月;11月;12月|=|=
        ka|root||,|\u{A0}|||,|\u{A0}|332|dd.MM.yy|d MMM. y|d MMMM, y|იანვარი;თებერვალი;მარტი;აპრილი;მაისი;ივნისი;ივლისი;აგვისტო;სექტემბერი;ოქტომბერი;ნოემბერი;დეკემბერი|იან;თებ;მარ;აპრ;მაი;ივნ;ივლ;აგვ;სექ;ოქტ;ნოე;დეკ|=|=
        kk|root||,|\u{A0}|||,|\u{A0}||dd.MM.yy|y 'ж'. dd MMM|y 'ж'. d MMMM|қаңтар;ақпан;наурыз;сәуір;мамыр;маусым;шілде;тамыз;қыркүйек;қазан;қараша;желтоқсан|қаң.;ақп.;нау.;сәу.;мам.;мау.;шіл.;там.;қыр.;қаз.;қар.;жел.|Қаңтар;Ақпан;Наурыз;Сәуір;Мамыр;Маусым;Шілде;Тамыз;Қыркүйек;Қазан;Қараша;Желтоқсан|=
        km|root||,|.|||,|.||d/M/yy|d MMM y|d MMMM y|មករា;កុម្ភៈ;មីនា;មេសា;ឧសភា;មិថុនា;កក្កដា;សីហា;កញ្ញា;តុលា;វិច្ឆិកា;ធ្នូ|មករា;កុម្ភៈ;មីនា;មេសា;ឧសភា;មិថុនា;កក្កដា;សីហា;កញ្ញា;តុលា;វិច្ឆិកា;ធ្នូ|=|=
        kn|root|||||||||d/M/yy|MMM d, y|MMMM d, y|ಜನವರಿ;ಫೆಬ್ರವರಿ;ಮಾರ್ಚ್;ಏಪ್ರಿಲ್;ಮೇ;ಜೂನ್;ಜುಲೈ;ಆಗಸ್ಟ್;ಸೆಪ್ಟೆಂಬರ್;ಅಕ್ಟೋಬರ್;ನವೆಂಬರ್;ಡಿಸೆಂಬರ್|ಜನವರಿ;ಫೆಬ್ರವರಿ;ಮಾರ್ಚ್;ಏಪ್ರಿ;ಮೇ;ಜೂನ್;ಜುಲೈ;ಆಗ;ಸೆಪ್ಟೆಂ;ಅಕ್ಟೋ;ನವೆಂ;ಡಿಸೆಂ|=|ಜನ;ಫೆಬ್ರ;ಮಾರ್ಚ್;ಏಪ್ರಿ;ಮೇ;ಜೂನ್;ಜುಲೈ;ಆಗ;ಸೆಪ್ಟೆಂ;ಅಕ್ಟೋ;ನವೆಂ;ಡಿಸೆಂ
        ko|root|||||||||yy. M. d.|y. M. d.|y년 M월 d일|1월;2월;3월;4월;5월;6월;7월;8월;9월;10월;11월;12월|1월;2월;3월;4월;5월;6월;7월;8월;9월;10월;11월;12월|=|=
        ky|root||,|\u{A0}|||,|\u{A0}||d/M/yy|y-'ж'., d-MMM|y-'ж'., d-MMMM|январь;февраль;март;апрель;май;июнь;июль;август;сентябрь;октябрь;ноябрь;декабрь|янв.;фев.;мар.;апр.;май;июн.;июл.;авг.;сен.;окт.;ноя.;дек.|Январь;Февраль;Март;Апрель;Май;Июнь;Июль;Август;Сентябрь;Октябрь;Ноябрь;Декабрь|Янв;Фев;Мар;Апр;Май;Июн;Июл;Авг;Сен;Окт;Ноя;Дек
        lo|root||,|.|||,|.||d/M/y|d MMM y|d MMMM y|ມັງກອນ;ກຸມພາ;ມີນາ;ເມສາ;ພຶດສະພາ;ມິຖຸນາ;ກໍລະກົດ;ສິງຫາ;ກັນຍາ;ຕຸລາ;ພະຈິກ;ທັນວາ|ມ.ກ.;ກ.ພ.;ມ.ນ.;ມ.ສ.;ພ.ພ.;ມິ.ຖ.;ກ.ລ.;ສ.ຫ.;ກ.ຍ.;ຕ.ລ.;ພ.ຈ.;ທ.ວ.|=|=
        lt|root||,|\u{A0}|−|0\u{A0}%|,|\u{A0}|||y-MM-dd|y 'm'. MMMM d 'd'.|sausio;vasario;kovo;balandžio;gegužės;birželio;liepos;rugpjūčio;rugsėjo;spalio;lapkričio;gruodžio|saus.;vas.;kov.;bal.;geg.;birž.;liep.;rugp.;rugs.;spal.;lapkr.;gruod.|sausis;vasaris;kovas;balandis;gegužė;birželis;liepa;rugpjūtis;rugsėjis;spalis;lapkritis;gruodis|=
        lv|root||,|\u{A0}|||,|\u{A0}|332|dd.MM.yy|y. 'gada' d. MMM|y. 'gada' d. MMMM|janvāris;februāris;marts;aprīlis;maijs;jūnijs;jūlijs;augusts;septembris;oktobris;novembris;decembris|janv.;febr.;marts;apr.;maijs;jūn.;jūl.;aug.;sept.;okt.;nov.;dec.|=|=
        mk|root||,|.||0\u{A0}%|,|.||d.M.yy|d.M.y|d MMMM y|јануари;февруари;март;април;мај;јуни;јули;август;септември;октомври;ноември;декември|јан.;фев.;мар.;апр.;мај;јун.;јул.;авг.;септ.;окт.;ноем.;дек.|=|=
        ml|root||||||||321|d/M/yy|y, MMM d|y, MMMM d|ജനുവരി;ഫെബ്രുവരി;മാർച്ച്;ഏപ്രിൽ;മേയ്;ജൂൺ;ജൂലൈ;ഓഗസ്റ്റ്;സെപ്റ്റംബർ;ഒക്\u{200C}ടോബർ;നവംബർ;ഡിസംബർ|ജനു;ഫെബ്രു;മാർ;ഏപ്രി;മേയ്;ജൂൺ;ജൂലൈ;ഓഗ;സെപ്റ്റം;ഒക്ടോ;നവം;ഡിസം|=|=
        mn|root|||||||||y.MM.dd|y 'оны' MMM'ын' d|y 'оны' MMMM'ын' d|нэгдүгээр сар;хоёрдугаар сар;гуравдугаар сар;дөрөвдүгээр сар;тавдугаар сар;зургаадугаар сар;долоодугаар сар;наймдугаар сар;есдүгээр сар;аравдугаар сар;арван нэгдүгээр сар;арван хоёрдугаар сар|1-р сар;2-р сар;3-р сар;4-р сар;5-р сар;6-р сар;7-р сар;8-р сар;9-р сар;10-р сар;11-р сар;12-р сар|Нэгдүгээр сар;Хоёрдугаар сар;Гуравдугаар сар;Дөрөвдүгээр сар;Тавдугаар сар;Зургаадугаар сар;Долоодугаар сар;Наймдугаар сар;Есдүгээр сар;Аравдугаар сар;Арван нэгдүгээр сар;Арван хоёрдугаар сар|=
        mr|root|966|||||||321|d/M/yy|d MMM, y|d MMMM, y|जानेवारी;फेब्रुवारी;मार्च;एप्रिल;मे;जून;जुलै;ऑगस्ट;सप्टेंबर;ऑक्टोबर;नोव्हेंबर;डिसेंबर|जाने;फेब्रु;मार्च;एप्रि;मे;जून;जुलै;ऑग;सप्टें;ऑक्टो;नोव्हें;डिसें|=|=
        ms|root|||||||||d/MM/yy|d MMM y|d MMMM y|Januari;Februari;Mac;April;Mei;Jun;Julai;Ogos;September;Oktober;November;Disember|Jan;Feb;Mac;Apr;Mei;Jun;Jul;Ogo;Sep;Okt;Nov;Dis|=|=
        my|root|1040||||||||dd-MM-yy|y- MMM d|y- MMMM d|ဇန်နဝါရီ;ဖေဖော်ဝါရီ;မတ်;ဧပြီ;မေ;ဇွန်;ဇူလိုင်;ဩဂုတ်;စက်တင်ဘာ;အောက်တိုဘာ;နိုဝင်ဘာ;ဒီဇင်ဘာ|ဇန်;ဖေ;မတ်;ဧ;မေ;ဇွန်;ဇူ;ဩ;စက်;အောက်;နို;ဒီ|=|=
        ne|root|966|||||||321|yy/M/d|||जनवरी;फेब्रुअरी;मार्च;अप्रिल;मे;जुन;जुलाई;अगस्ट;सेप्टेम्बर;अक्टोबर;नोभेम्बर;डिसेम्बर|जनवरी;फेब्रुअरी;मार्च;अप्रिल;मे;जुन;जुलाई;अगस्ट;सेप्टेम्बर;अक्टोबर;नोभेम्बर;डिसेम्बर|=|=
        nl|root||,|.|||,|.||dd-MM-y|d MMM y|d MMMM y|januari;februari;maart;april;mei;juni;juli;augustus;september;oktober;november;december|jan.;feb.;mrt.;apr.;mei;jun.;jul.;aug.;sep.;okt.;nov.;dec.|=|=
        no|root||,|\u{A0}|−|0\u{A0}%|,|\u{A0}||dd.MM.y|d. MMM y|d. MMMM y|januar;februar;mars;april;mai;juni;juli;august;september;oktober;november;desember|jan.;feb.;mar.;apr.;mai;jun.;jul.;aug.;sep.;okt.;nov.;des.|=|jan;feb;mar;apr;mai;jun;jul;aug;sep;okt;nov;des
        pa|root||||||||321|d/M/yy|d MMM y|d MMMM y|ਜਨਵਰੀ;ਫ਼ਰਵਰੀ;ਮਾਰਚ;ਅਪ੍ਰੈਲ;ਮਈ;ਜੂਨ;ਜੁਲਾਈ;ਅਗਸਤ;ਸਤੰਬਰ;ਅਕਤੂਬਰ;ਨਵੰਬਰ;ਦਸੰਬਰ|ਜਨ;ਫ਼ਰ;ਮਾਰਚ;ਅਪ੍ਰੈ;ਮਈ;ਜੂਨ;ਜੁਲਾ;ਅਗ;ਸਤੰ;ਅਕਤੂ;ਨਵੰ;ਦਸੰ|=|=
        pa-Arab|root|6F0|٫|٬|\u{200E}-\u{200E}|0٪||||dd/MM/y|d MMM y|d MMMM y|جنوری;فروری;مارچ;اپریل;مئ;جون;جولائی;اگست;ستمبر;اکتوبر;نومبر;دسمبر|جنوری;فروری;مارچ;اپریل;مئ;جون;جولائی;اگست;ستمبر;اکتوبر;نومبر;دسمبر|=|=
        pl|root||,|\u{A0}|||,|\u{A0}|332|d.MM.y|d MMM y|d MMMM y|stycznia;lutego;marca;kwietnia;maja;czerwca;lipca;sierpnia;września;października;listopada;grudnia|sty;lut;mar;kwi;maj;cze;lip;sie;wrz;paź;lis;gru|styczeń;luty;marzec;kwiecień;maj;czerwiec;lipiec;sierpień;wrzesień;październik;listopad;grudzień|=
        ps|root|6F0|٫|٬|\u{200E}-\u{200E}|0٪|,|.||y/M/d||د y د MMMM d|جنوري;فبروري;مارچ;اپریل;مۍ;جون;جولای;اګست;سېپتمبر;اکتوبر;نومبر;دسمبر|جنوري;فبروري;مارچ;اپریل;مۍ;جون;جولای;اګست;سېپتمبر;اکتوبر;نومبر;دسمبر|جنوري;فېبروري;مارچ;اپریل;مۍ;جون;جولای;اګست;سپتمبر;اکتوبر;نومبر;دسمبر|جنوري;فبروري;مارچ;اپریل;مۍ;جون;جولای;اګست;سپتمبر;اکتوبر;نومبر;دسمبر
        pt|root||,|.|||,|.||dd/MM/y|d 'de' MMM 'de' y|d 'de' MMMM 'de' y|janeiro;fevereiro;março;abril;maio;junho;julho;agosto;setembro;outubro;novembro;dezembro|jan.;fev.;mar.;abr.;mai.;jun.;jul.;ago.;set.;out.;nov.;dez.|=|=
        ro|root||,|.||0\u{A0}%|,|.||dd.MM.y|d MMM y|d MMMM y|ianuarie;februarie;martie;aprilie;mai;iunie;iulie;august;septembrie;octombrie;noiembrie;decembrie|ian.;feb.;mar.;apr.;mai;iun.;iul.;aug.;sept.;oct.;nov.;dec.|=|=
        ru|root||,|\u{A0}||0\u{A0}%|,|\u{A0}||dd.MM.y|d MMM y 'г'.|d MMMM y 'г'.|января;февраля;марта;апреля;мая;июня;июля;августа;сентября;октября;ноября;декабря|янв.;февр.;мар.;апр.;мая;июн.;июл.;авг.;сент.;окт.;нояб.;дек.|январь;февраль;март;апрель;май;июнь;июль;август;сентябрь;октябрь;ноябрь;декабрь|янв.;февр.;март;апр.;май;июнь;июль;авг.;сент.;окт.;нояб.;дек.
        si|root||||||||||||ජනවාරි;පෙබරවාරි;මාර්තු;අප්\u{200D}රේල්;මැයි;ජූනි;ජූලි;අගෝස්තු;සැප්තැම්බර්;ඔක්තෝබර්;නොවැම්බර්;දෙසැම්බර්|ජන;පෙබ;මාර්තු;අප්\u{200D}රේල්;මැයි;ජූනි;ජූලි;අගෝ;සැප්;ඔක්;නොවැ;දෙසැ|=|ජන;පෙබ;මාර්;අප්\u{200D}රේල්;මැයි;ජූනි;ජූලි;අගෝ;සැප්;ඔක්;නොවැ;දෙසැ
        sk|root||,|\u{A0}||0\u{A0}%|,|\u{A0}||d. M. y|d. M. y|d. MMMM y|januára;februára;marca;apríla;mája;júna;júla;augusta;septembra;októbra;novembra;decembra|jan;feb;mar;apr;máj;jún;júl;aug;sep;okt;nov;dec|január;február;marec;apríl;máj;jún;júl;august;september;október;november;december|=
        sl|root||,|.|−|0\u{A0}%|,|.||d. MM. yy|d. MMM y|d. MMMM y|januar;februar;marec;april;maj;junij;julij;avgust;september;oktober;november;december|jan.;feb.;mar.;apr.;maj;jun.;jul.;avg.;sep.;okt.;nov.;dec.|=|=
        so|root|||||||||dd/MM/yy|dd-MMM-y|MMMM d, y|Bisha Koobaad;Bisha Labaad;Bisha Saddexaad;Bisha Afraad;Bisha Shanaad;Bisha Lixaad;Bisha Todobaad;Bisha Sideedaad;Bisha Sagaalaad;Bisha Tobnaad;Bisha Kow iyo Tobnaad;Bisha Laba iyo Tobnaad|Jan;Feb;Mar;Abr;May;Jun;Lul;Ogs;Seb;Okt;Nof;Dis|Jannaayo;Febraayo;Maarso;Abriil;May;Juun;Luuliyo;Ogost;Sebtembar;Oktoobar;Nofembar;Desembar|=
        sq|root||,|\u{A0}|||,|\u{A0}|332|d.M.yy|d MMM y|d MMMM y|janar;shkurt;mars;prill;maj;qershor;korrik;gusht;shtator;tetor;nëntor;dhjetor|jan;shk;mar;pri;maj;qer;korr;gush;sht;tet;nën;dhj|=|=
        sr|root||,|.|||,|.||d.M.yy.|d. M. y.|d. MMMM y.|јануар;фебруар;март;април;мај;јун;јул;август;септембар;октобар;новембар;децембар|јан;феб;мар;апр;мај;јун;јул;авг;сеп;окт;нов;дец|=|=
        sr-Latn|root||,|.|||,|.||d.M.yy.|d. M. y.|d. MMMM y.|januar;februar;mart;april;maj;jun;jul;avgust;septembar;oktobar;novembar;decembar|jan;feb;mar;apr;maj;jun;jul;avg;sep;okt;nov;dec|=|=
        sv|root||,|\u{A0}|−|0\u{A0}%|,|\u{A0}|||d MMM y|d MMMM y|januari;februari;mars;april;maj;juni;juli;augusti;september;oktober;november;december|jan.;feb.;mars;apr.;maj;juni;juli;aug.;sep.;okt.;nov.;dec.|=|=
        sw|root|||||||||dd/MM/y|d MMM y|d MMMM y|Januari;Februari;Machi;Aprili;Mei;Juni;Julai;Agosti;Septemba;Oktoba;Novemba;Desemba|Jan;Feb;Mac;Apr;Mei;Jun;Jul;Ago;Sep;Okt;Nov;Des|=|=
        ta|root||||||||321|d/M/yy|d MMM, y|d MMMM, y|ஜனவரி;பிப்ரவரி;மார்ச்;ஏப்ரல்;மே;ஜூன்;ஜூலை;ஆகஸ்ட்;செப்டம்பர்;அக்டோபர்;நவம்பர்;டிசம்பர்|ஜன.;பிப்.;மார்.;ஏப்.;மே;ஜூன்;ஜூலை;ஆக.;செப்.;அக்.;நவ.;டிச.|=|=
        te|root||||||||321|dd-MM-yy|d MMM, y|d MMMM, y|జనవరి;ఫిబ్రవరి;మార్చి;ఏప్రిల్;మే;జూన్;జులై;ఆగస్టు;సెప్టెంబర్;అక్టోబర్;నవంబర్;డిసెంబర్|జన;ఫిబ్ర;మార్చి;ఏప్రి;మే;జూన్;జులై;ఆగ;సెప్టెం;అక్టో;నవం;డిసెం|=|=
        th|root|||||||||d/M/yy|d MMM y|d MMMM 'ค.ศ.' y|มกราคม;กุมภาพันธ์;มีนาคม;เมษายน;พฤษภาคม;มิถุนายน;กรกฎาคม;สิงหาคม;กันยายน;ตุลาคม;พฤศจิกายน;ธันวาคม|ม.ค.;ก.พ.;มี.ค.;เม.ย.;พ.ค.;มิ.ย.;ก.ค.;ส.ค.;ก.ย.;ต.ค.;พ.ย.;ธ.ค.|=|=
        tr|root||,|.||%0|,|.||d.MM.y|d MMM y|d MMMM y|Ocak;Şubat;Mart;Nisan;Mayıs;Haziran;Temmuz;Ağustos;Eylül;Ekim;Kasım;Aralık|Oca;Şub;Mar;Nis;May;Haz;Tem;Ağu;Eyl;Eki;Kas;Ara|=|=
        uk|root||,|\u{A0}|||,|\u{A0}||dd.MM.yy|d MMM y 'р'.|d MMMM y 'р'.|січня;лютого;березня;квітня;травня;червня;липня;серпня;вересня;жовтня;листопада;грудня|січ.;лют.;бер.;квіт.;трав.;черв.;лип.;серп.;вер.;жовт.;лист.;груд.|січень;лютий;березень;квітень;травень;червень;липень;серпень;вересень;жовтень;листопад;грудень|січ;лют;бер;кві;тра;чер;лип;сер;вер;жов;лис;гру
        ur|root||||\u{200E}-|||||d/M/yy|d MMM، y|d MMMM، y|جنوری;فروری;مارچ;اپریل;مئی;جون;جولائی;اگست;ستمبر;اکتوبر;نومبر;دسمبر|جنوری;فروری;مارچ;اپریل;مئی;جون;جولائی;اگست;ستمبر;اکتوبر;نومبر;دسمبر|=|=
        uz|root||,|\u{A0}|||,|\u{A0}||dd/MM/yy|d-MMM, y|d-MMMM, y|yanvar;fevral;mart;aprel;may;iyun;iyul;avgust;sentabr;oktabr;noyabr;dekabr|yan;fev;mar;apr;may;iyn;iyl;avg;sen;okt;noy;dek|Yanvar;Fevral;Mart;Aprel;May;Iyun;Iyul;Avgust;Sentabr;Oktabr;Noyabr;Dekabr|Yan;Fev;Mar;Apr;May;Iyn;Iyl;Avg;Sen;Okt;Noy;Dek
        uz-Arab|root|6F0|٫|٬|\u{200E}-\u{200E}|0٪|,|.||y/M/d|d MMM y|d نچی MMMM y|جنوری;فبروری;مارچ;اپریل;می;جون;جولای;اگست;سپتمبر;اکتوبر;نومبر;دسمبر|جنو;فبر;مار;اپر;می;جون;جول;اگس;سپت;اکت;نوم;دسم|=|=
        uz-Cyrl|root||,|\u{A0}|||,|\u{A0}||dd/MM/yy|d MMM, y|d MMMM, y|январ;феврал;март;апрел;май;июн;июл;август;сентябр;октябр;ноябр;декабр|янв;фев;мар;апр;май;июн;июл;авг;сен;окт;ноя;дек|=|=
        vi|root||,|.|||,|.||dd/MM/y|d MMM, y|d MMMM, y|tháng 1;tháng 2;tháng 3;tháng 4;tháng 5;tháng 6;tháng 7;tháng 8;tháng 9;tháng 10;tháng 11;tháng 12|thg 1;thg 2;thg 3;thg 4;thg 5;thg 6;thg 7;thg 8;thg 9;thg 10;thg 11;thg 12|Tháng 1;Tháng 2;Tháng 3;Tháng 4;Tháng 5;Tháng 6;Tháng 7;Tháng 8;Tháng 9;Tháng 10;Tháng 11;Tháng 12|Thg 1;Thg 2;Thg 3;Thg 4;Thg 5;Thg 6;Thg 7;Thg 8;Thg 9;Thg 10;Thg 11;Thg 12
        yo|root|||||||||d/M/y|d MM y|d MMM y|Oṣù Ṣẹ́rẹ́;Oṣù Èrèlè;Oṣù Ẹrẹ̀nà;Oṣù Ìgbé;Oṣù Ẹ̀bibi;Oṣù Òkúdu;Oṣù Agẹmọ;Oṣù Ògún;Oṣù Owewe;Oṣù Ọ̀wàrà;Oṣù Bélú;Oṣù Ọ̀pẹ̀|Ṣẹ́r;Èrèl;Ẹrẹ̀n;Ìgb;Ẹ̀bi;Òkú;Agẹ;Ògú;Owe;Ọ̀wà;Bél;Ọ̀pẹ|Ṣẹ́rẹ́;Èrèlè;Ẹrẹ̀nà;Ìgbé;Ẹ̀bibi;Òkúdu;Agẹmọ;Ògún;Owewe;Ọ̀wàrà;Bélú;Ọ̀pẹ̀|Ṣẹ́;Èr;Ẹr;Ìg;Ẹ̀b;Òk;Ag;Òg;Ow;Ọ̀w;Bé;Ọ̀p
        zh|root|||||||||y/M/d|y年M月d日|y年M月d日|一月;二月;三月;四月;五月;六月;七月;八月;九月;十月;十一月;十二月|1月;2月;3月;4月;5月;6月;7月;8月;9月;10月;11月;12月|=|=
        zh-Hant|root|||||||||y/M/d|y年M月d日|y年M月d日|1月;2月;3月;4月;5月;6月;7月;8月;9月;10月;11月;12月|1月;2月;3月;4月;5月;6月;7月;8月;9月;10月;11月;12月|=|=
        zu|root|||||||||M/d/yy|MMM d, y|MMMM d, y|Januwari;Februwari;Mashi;Ephreli;Meyi;Juni;Julayi;Agasti;Septhemba;Okthoba;Novemba;Disemba|Jan;Feb;Mas;Eph;Mey;Jun;Jul;Aga;Sep;Okt;Nov;Dis|=|=
        af-NA|af||||||||||d MMM y|d MMMM y||||
        ar-AE|ar|30|.|,|\u{200E}-|0\u{200E}%\u{200E}||||||||||
        ar-DZ|ar|30|,|.|\u{200E}-|0\u{200E}%\u{200E}|,|.|||||جانفي;فيفري;مارس;أفريل;ماي;جوان;جويلية;أوت;سبتمبر;أكتوبر;نوفمبر;ديسمبر|جانفي;فيفري;مارس;أفريل;ماي;جوان;جويلية;أوت;سبتمبر;أكتوبر;نوفمبر;ديسمبر|=|=
        ar-EH|ar|30|.|,|\u{200E}-|0\u{200E}%\u{200E}||||||||||
        ar-IQ|ar||||||||||||كانون الثاني;شباط;آذار;نيسان;أيار;حزيران;تموز;آب;أيلول;تشرين الأول;تشرين الثاني;كانون الأول|كانون الثاني;شباط;آذار;نيسان;أيار;حزيران;تموز;آب;أيلول;تشرين\u{A0}الأول;تشرين الثاني;كانون الأول|=|كانون الثاني;شباط;آذار;نيسان;أيار;حزيران;تموز;آب;أيلول;تشرين الأول;تشرين الثاني;كانون الأول
        ar-JO|ar||||||||||||كانون الثاني;شباط;آذار;نيسان;أيار;حزيران;تموز;آب;أيلول;تشرين الأول;تشرين الثاني;كانون الأول|كانون الثاني;شباط;آذار;نيسان;أيار;حزيران;تموز;آب;أيلول;تشرين الأول;تشرين الثاني;كانون الأول|=|=
        ar-LB|ar||||||,|.|||||كانون الثاني;شباط;آذار;نيسان;أيار;حزيران;تموز;آب;أيلول;تشرين الأول;تشرين الثاني;كانون الأول|كانون الثاني;شباط;آذار;نيسان;أيار;حزيران;تموز;آب;أيلول;تشرين الأول;تشرين الثاني;كانون الأول|=|=
        ar-LY|ar|30|,|.|\u{200E}-|0\u{200E}%\u{200E}|,|.||||||||
        ar-MA|ar|30|,|.|\u{200E}-|0\u{200E}%\u{200E}|,|.|||||يناير;فبراير;مارس;أبريل;ماي;يونيو;يوليوز;غشت;شتنبر;أكتوبر;نونبر;دجنبر|يناير;فبراير;مارس;أبريل;ماي;يونيو;يوليوز;غشت;شتنبر;أكتوبر;نونبر;دجنبر|=|=
        ar-MR|ar||||||,|.|||||يناير;فبراير;مارس;إبريل;مايو;يونيو;يوليو;أغشت;شتمبر;أكتوبر;نوفمبر;دجمبر|يناير;فبراير;مارس;إبريل;مايو;يونيو;يوليو;أغشت;شتمبر;أكتوبر;نوفمبر;دجمبر|=|=
        ar-PS|ar||||||||||||كانون الثاني;شباط;آذار;نيسان;أيار;حزيران;تموز;آب;أيلول;تشرين الأول;تشرين الثاني;كانون الأول|كانون الثاني;شباط;آذار;نيسان;أيار;حزيران;تموز;آب;أيلول;تشرين الأول;تشرين الثاني;كانون الأول|=|=
        ar-SY|ar||||||||||||كانون الثاني;شباط;آذار;نيسان;أيار;حزيران;تموز;آب;أيلول;تشرين الأول;تشرين الثاني;كانون الأول|كانون الثاني;شباط;آذار;نيسان;أيار;حزيران;تموز;آب;أيلول;تشرين الأول;تشرين الثاني;كانون الأول|=|=
        ar-TN|ar|30|,|.|\u{200E}-|0\u{200E}%\u{200E}|,|.|||||جانفي;فيفري;مارس;أفريل;ماي;جوان;جويلية;أوت;سبتمبر;أكتوبر;نوفمبر;ديسمبر|جانفي;فيفري;مارس;أفريل;ماي;جوان;جويلية;أوت;سبتمبر;أكتوبر;نوفمبر;ديسمبر|=|=
        be-TARASK|be||||||||||d.MM.y||студзеня;лютага;сакавіка;красавіка;траўня;чэрвеня;ліпеня;жніўня;верасьня;кастрычніка;лістапада;сьнежня|сту;лют;сак;кра;тра;чэр;ліп;жні;вер;кас;ліс;сьн|студзень;люты;сакавік;красавік;травень;чэрвень;ліпень;жнівень;верасень;кастрычнік;лістапад;сьнежань|=
        de-AT|de|||\u{A0}||||\u{A0}|||||Jänner;Februar;März;April;Mai;Juni;Juli;August;September;Oktober;November;Dezember|Jän.;Feb.;März;Apr.;Mai;Juni;Juli;Aug.;Sep.;Okt.;Nov.;Dez.|=|Jän;Feb;Mär;Apr;Mai;Jun;Jul;Aug;Sep;Okt;Nov;Dez
        de-CH|de||.|’||0%|.|’||||||||
        de-IT|de||||||||||||Jänner;Februar;März;April;Mai;Juni;Juli;August;September;Oktober;November;Dezember|Jän.;Feb.;März;Apr.;Mai;Juni;Juli;Aug.;Sep.;Okt.;Nov.;Dez.|=|Jän;Feb;Mär;Apr;Mai;Jun;Jul;Aug;Sep;Okt;Nov;Dez
        de-LI|de||.|’||0%|.|’||||||||
        en-001|en|||||||||dd/MM/y|d MMM y|d MMMM y||Jan;Feb;Mar;Apr;May;Jun;Jul;Aug;Sept;Oct;Nov;Dec||=
        en-AE|en|||||||||dd/MM/y|d MMM y|d MMMM y||||
        en-CA|en|||||||||y-MM-dd||||Jan;Feb;Mar;Apr;May;Jun;Jul;Aug;Sept;Oct;Nov;Dec||=
        es-419|es||.|,|||.|,|331|||||||
        fa-AF|fa||||||||||||جنوری;فبروری;مارچ;اپریل;می;جون;جولای;اگست;سپتمبر;اکتوبر;نومبر;دسمبر|جنو;فبروری;مارچ;اپریل;می;جون;جول;اگست;سپتمبر;اکتوبر;نومبر;دسم|=|جنوری;فبروری;مارچ;اپریل;می;جون;جولای;اگست;سپتمبر;اکتوبر;نومبر;دسمبر
        fr-BE|fr|||||||||d/MM/yy||||||
        fr-CA|fr|||\u{A0}||||\u{A0}||y-MM-dd||||janv.;févr.;mars;avr.;mai;juin;juill.;août;sept.;oct.;nov.;déc.||=
        fr-CH|fr|||||0%||||dd.MM.yy||||||
        fr-LU|fr|||.||||.||||||||
        fr-MA|fr|||.||||.||||||jan.;fév.;mar.;avr.;mai;jui.;juil.;août;sept.;oct.;nov.;déc.||=
        hr-BA|hr|||||||||d. M. yy.||||||
        it-CH|it||.|’|||.|’||dd.MM.yy||||||
        ms-BN|ms||,|.|||,|.||||||||
        ms-ID|ms||,|.|||,|.||dd/MM/yy||||||
        nl-BE|nl|||||||||d/MM/y||||||
        nn|no|||||||||||||jan.;feb.;mars;apr.;mai;juni;juli;aug.;sep.;okt.;nov.;des.||
        pt-PT|pt|||\u{A0}||||\u{A0}|332|dd/MM/yy|dd/MM/y|||||
        ru-UA|ru||||||||332|||||||
        sr-Latn-ME|sr-Latn|||||||||||||jan;feb;mart;apr;maj;jun;jul;avg;sept;okt;nov;dec||=
        sr-Latn-XK|sr-Latn|||||||||||||jan;feb;mart;apr;maj;jun;jul;avg;sept;okt;nov;dec||=
        sw-CD|sw||,|.|||,|.||||||||
        ta-MY|ta||||||||331|||||||
        ta-SG|ta||||||||331|||||||
        ur-IN|ur|6F0|٫|٬|\u{200E}-\u{200E}|||||||||||
        yo-BJ|yo||||||||||||Oshù Shɛ́rɛ́;Oshù Èrèlè;Oshù Ɛrɛ̀nà;Oshù Ìgbé;Oshù Ɛ̀bibi;Oshù Òkúdu;Oshù Agɛmɔ;Oshù Ògún;Oshù Owewe;Oshù Ɔ̀wàrà;Oshù Bélú;Oshù Ɔ̀pɛ̀|Shɛ́r;Èrèl;Ɛrɛ̀n;Ìgb;Ɛ̀bi;Òkú;Agɛ;Ògú;Owe;Ɔ̀wà;Bél;Ɔ̀pɛ|Shɛ́rɛ́;Èrèlè;Ɛrɛ̀nà;Ìgbé;Ɛ̀bibi;Òkúdu;Agɛmɔ;Ògún;Owewe;Ɔ̀wàrà;Bélú;Ɔ̀pɛ̀|Shɛ́;Èr;Ɛr;Ìg;Ɛ̀b;Òk;Ag;Òg;Ow;Ɔ̀w;Bé;Ɔ̀p
        zh-Hant-HK|zh-Hant|||||||||d/M/y||||||
        en-AU|en-001|||||||||d/M/yy||||Jan;Feb;Mar;Apr;May;June;July;Aug;Sept;Oct;Nov;Dec||Jan;Feb;Mar;Apr;May;Jun;Jul;Aug;Sep;Oct;Nov;Dec
        en-BW|en-001|||||||||dd/MM/yy|dd MMM y|dd MMMM y||||
        en-BZ|en-001|||||||||dd/MM/yy|dd-MMM-y|dd MMMM y||||
        en-HK|en-001|||||||||d/M/y||||||
        en-IN|en-001||||||||321|dd/MM/yy|dd-MMM-y|||||
        en-JM|en-001|||||||||d/M/yy||||||
        en-MT|en-001||||||||||dd MMM y|dd MMMM y||||
        en-MV|en-001|||||||||d-M-yy|dd-MM-y|||||
        en-NZ|en-001|||||||||d/MM/yy|d/MM/y|||||
        en-PK|en-001||||||||||dd-MMM-y|||||
        en-SG|en-001|||||||||d/M/yy||||||
        en-ZA|en-001||,|\u{A0}|||,|\u{A0}||y/MM/dd|dd MMM y|dd MMMM y||||
        en-ZW|en-001|||||||||d/M/y|dd MMM,y|dd MMMM y||||
        es-AR|es-419||,|.|||,|.||||||||
        es-BO|es-419||,|.|||,|.|||d MMM 'de' y|||||
        es-CL|es-419||,|.|||,|.||dd-MM-yy|dd-MM-y|||||ene.;feb.;mar.;abr.;may.;jun.;jul.;ago.;sept.;oct.;nov.;dic.
        es-CO|es-419||,|.|||,|.||d/MM/yy|d/MM/y|||||ene.;feb.;mar.;abr.;may.;jun.;jul.;ago.;sept.;oct.;nov.;dic.
        es-CR|es-419||,|\u{A0}|||,|\u{A0}||||||||
        es-EC|es-419||,|.|||,|.||||||||
        es-GT|es-419|||||||||d/MM/yy|d/MM/y|||||
        es-HN|es-419|||||||||||dd 'de' MMMM 'de' y||||
        es-MX|es-419|||||||||dd/MM/yy||||||
        es-PA|es-419|||||||||MM/dd/yy|MM/dd/y|||||
        es-PE|es-419|||||||||d/MM/yy|||enero;febrero;marzo;abril;mayo;junio;julio;agosto;setiembre;octubre;noviembre;diciembre|ene.;feb.;mar.;abr.;may.;jun.;jul.;ago.;set.;oct.;nov.;dic.|Enero;Febrero;Marzo;Abril;Mayo;Junio;Julio;Agosto;Setiembre;Octubre;Noviembre;Diciembre|Ene.;Feb.;Mar.;Abr.;May.;Jun.;Jul.;Ago.;Set.;Oct.;Nov.;Dic.
        es-PR|es-419|||||||||MM/dd/yy|MM/dd/y|||||
        es-PY|es-419||,|.|||,|.||||||ene.;feb.;mar.;abr.;may.;jun.;jul.;ago.;sept.;oct.;nov.;dic.||=
        es-US|es-419|||||||||d/M/y||||||
        es-UY|es-419||,|.|||,|.|||||enero;febrero;marzo;abril;mayo;junio;julio;agosto;setiembre;octubre;noviembre;diciembre|ene.;feb.;mar.;abr.;may.;jun.;jul.;ago.;set.;oct.;nov.;dic.|Enero;Febrero;Marzo;Abril;Mayo;Junio;Julio;Agosto;Setiembre;Octubre;Noviembre;Diciembre|Ene.;Feb.;Mar.;Abr.;May.;Jun.;Jul.;Ago.;Set.;Oct.;Nov.;Dic.
        es-VE|es-419||,|.|||,|.||||||ene.;feb.;mar.;abr.;may.;jun.;jul.;ago.;sept.;oct.;nov.;dic.||=
        pt-AO|pt-PT||||||||331|||||||
        sr-Cyrl-ME|sr|||||||||||||јан;феб;март;апр;мај;јун;јул;авг;септ;окт;нов;дец||=
        sr-Cyrl-XK|sr|||||||||||||јан;феб;март;апр;мај;јун;јул;авг;септ;окт;нов;дец||=
        zh-Hans-HK|zh|||||||||d/M/yy||||||
        zh-Hans-MO|zh|||||||||d/M/yy||||||
        zh-Hans-SG|zh|||||||||dd/MM/yy||||||
        en-AT|en-001||,|.||0\u{A0}%|,|.||||||||
        en-BE|en-001||,|.|||,|.||dd/MM/yy|dd MMM y|||||
        en-CH|en-001|||’||||’||||||||
        en-DE|en-001||,|.||0\u{A0}%|,|.||||||||
        en-DK|en-001||,|.||0\u{A0}%|,|.||||||||
        en-FI|en-001||,|\u{A0}||0\u{A0}%|,|\u{A0}||||||||
        en-NL|en-001||,|.|||,|.||||||||
        en-SE|en-001||,|\u{A0}||0\u{A0}%|,|\u{A0}||y-MM-dd||||||
        en-SI|en-001||,|.|||,|.||||||||
        hi-Latn|en-IN|||||||||dd/MM/y||||Jan;Feb;Mar;Apr;May;Jun;Jul;Aug;Sep;Oct;Nov;Dec||
        """
}
