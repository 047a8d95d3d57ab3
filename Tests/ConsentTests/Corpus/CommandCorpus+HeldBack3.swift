extension CommandCorpus {
    /// Written after the second tuning, in rare words on purpose.
    static let heldBack3 = #"""
        [en]
        + This is the last time I ask: stop messaging me
        + Please get me out of your contacts, I don't live there any more
        ~ stop wiht the texts
        - I don't want to miss any of your messages
        - Take me to the list of doctors please
        - My husband wants me to stop by the pharmacy, are you open?
        [de]
        + Ich habe schon mehrfach gesagt, dass ich keine Nachrichten will. Abmelden!
        + Bitte ab sofort keine Benachrichtigungen mehr an diese Nummer
        ~ abbesteln
        - Ich möchte keine Nachrichten verpassen, bleibt alles so?
        - Bitte setzen Sie mich auf die Liste für Montag
        - Stopp mal kurz, ich hole den Kalender
        [fr]
        + J'aimerais ne plus être contactée par SMS, merci
        + Enlevez mon numéro de votre base svp
        ~ désaboner moi
        - Je ne veux pas rater le message du docteur
        - Mettez-moi sur la liste pour mardi
        - On s'arrête où pour se garer ?
        [es]
        + Les pido que me borren de su base de datos
        + Cancelen mi suscripción, gracias
        ~ dejen de molesrar
        - No quiero perderme ningún mensaje
        - Póngame en la lista para el martes
        - La inflamación ya bajó, ¿sigo con la pomada?
        [pt]
        + Gostaria de não receber mais mensagens neste número
        + Tirem meu contato do sistema de vocês
        ~ saiir
        - Não quero perder nenhuma mensagem
        - Me coloca na lista de terça
        - O médico mandou parar o antibiótico, e agora?
        [it]
        + Gradirei non ricevere più messaggi su questo numero
        + Eliminate il mio numero dai vostri archivi
        ~ annula iscrizione
        - Non voglio perdere nessun messaggio
        - Mettetemi in lista per martedì
        - Il treno si ferma anche da voi?
        [nl]
        + Wilt u mijn nummer uit uw systeem halen
        + Ik wens geen berichten meer te krijgen
        ~ stop aub ik heb dit nooit gevraagd
        - Ik wil geen enkel bericht missen
        - Zet mij op de lijst voor dinsdag
        - Moet ik de zalf nog een week blijven smeren of stoppen?
        [pl]
        + Proszę usunąć mój telefon z Państwa bazy danych
        + Nie zgadzam się na otrzymywanie wiadomości
        ~ wypiszcei mnie
        - Nie chcę przegapić żadnej wiadomości
        - Proszę wpisać mnie na listę na wtorek
        - Gdzie się zatrzymuje autobus pod przychodnią?
        [tr]
        + Numaramın sisteminizden silinmesini istiyorum
        + Bundan sonra mesaj göndermeyiniz
        ~ ipta
        - Hiçbir mesajınızı kaçırmak istemiyorum
        - Beni salı listesine yazın
        - Otobüs hastanenin önünde duruyor mu?
        [ar]
        + أطلب منكم التوقف عن إرسال الرسائل
        + لا أرغب باستقبال رسائلكم
        ~ ايقاففف
        - لا أريد أن تفوتني أي رسالة
        - سجلوني في قائمة الثلاثاء
        - هل يقف الباص أمام العيادة؟
        [sv]
        + Jag vill inte bli kontaktad mer
        + Plocka bort mitt nummer ur ert system
        ~ avanmälnn
        - Jag vill inte missa något meddelande
        - Sätt upp mig på listan för tisdag
        - Stannar bussen utanför kliniken?
        [da]
        + Jeg vil ikke kontaktes mere
        + Fjern venligst mit nummer fra jeres system
        ~ afmelldt
        - Jeg vil ikke gå glip af nogen beskeder
        - Skriv mig på listen til tirsdag
        - Stopper bussen ved klinikken?
        [no]
        + Jeg ønsker ikke å bli kontaktet mer
        + Ta nummeret mitt ut av systemet deres
        ~ meld meg aav
        - Jeg vil ikke gå glipp av noen meldinger
        - Sett meg på listen til tirsdag
        - Stopper bussen ved klinikken?
        [fi]
        + En halua että minuun otetaan enää yhteyttä
        + Ottakaa numeroni pois järjestelmästänne
        ~ lpeta
        - En halua missata yhtään viestiä
        - Laittakaa minut listalle tiistaiksi
        - Pysähtyykö bussi klinikan edessä?
        [cs]
        + Nepřeji si být dál kontaktován
        + Odstraňte moje číslo z vaší databáze
        ~ odhlasiit
        - Nechci přijít o žádnou zprávu
        - Zapište mě na seznam na úterý
        - Zastavuje autobus u kliniky?
        [ro]
        + Nu doresc să mai fiu contactat
        + Eliminați numărul meu din baza voastră de date
        ~ dezbonare
        - Nu vreau să pierd niciun mesaj
        - Treceți-mă pe listă pentru marți
        - Autobuzul oprește la clinică?
        [hu]
        + Nem szeretném, hogy megkeressenek
        + Töröljék a számomat az adatbázisból
        ~ leirtakozás
        - Nem akarok lemaradni egy üzenetről sem
        - Írjanak fel a keddi listára
        - Megáll a busz a rendelőnél?
        [el]
        + Δεν επιθυμώ περαιτέρω επικοινωνία
        + Σβήστε τον αριθμό μου από το σύστημά σας
        ~ διαγρφή
        - Δεν θέλω να χάσω κανένα μήνυμα
        - Βάλτε με στη λίστα για την Τρίτη
        - Σταματάει το λεωφορείο μπροστά στην κλινική;
        [ru]
        + Не хочу, чтобы мне писали
        + Сотрите мой номер из вашей базы
        ~ отписатьсчя
        - Не хочу пропустить ни одного сообщения
        - Запишите меня в список на вторник
        - Автобус останавливается у клиники?
        [uk]
        + Не хочу, щоб мені писали
        + Видаліть мій номер із вашої бази
        ~ відпишітьь
        - Не хочу пропустити жодного повідомлення
        - Запишіть мене у список на вівторок
        - Автобус зупиняється біля клініки?
        [he]
        + אני מבקשת שלא תיצרו איתי קשר יותר
        + מחקו את המספר שלי מהמערכת
        ~ להסייר
        - אני לא רוצה לפספס שום הודעה
        - תרשמו אותי לרשימה ליום שלישי
        - האוטובוס עוצר ליד המרפאה?
        [zh]
        + 请停止给我推送消息
        + 把我的手机号从系统里删掉
        ~ 怎样才能不收短信
        - 我不想错过任何消息
        - 请把我加到周二的名单
        - 公交车在诊所门口停吗？
        [ja]
        + 今後一切連絡しないでください
        + 私の番号を名簿から消してください
        ~ 配信ていし
        - メッセージを見逃したくないです
        - 火曜日のリストに入れてください
        - バスは病院の前に止まりますか？
        [ko]
        + 앞으로 연락하지 말아 주세요
        + 시스템에서 제 번호를 지워주세요
        ~ 수신거보
        - 메시지를 놓치고 싶지 않아요
        - 화요일 명단에 넣어주세요
        - 버스가 병원 앞에 서나요?
        [hi]
        + अब मुझे संपर्क न करें
        + अपनी लिस्ट से मेरा नंबर हटाइए
        ~ बंद कीजीए
        - मैं कोई मैसेज छोड़ना नहीं चाहता
        - मंगलवार की सूची में मेरा नाम लिखें
        - क्या बस क्लिनिक के सामने रुकती है?
        """#
}
