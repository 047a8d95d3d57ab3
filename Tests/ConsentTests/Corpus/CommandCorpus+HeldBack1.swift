extension CommandCorpus {
    /// Written before the words and rules were tuned.
    static let heldBack1 = #"""
        [en]
        + Please take my number out of your system and stop texting.
        + I don't want any more of these texts
        ~ unsubcribe plz
        - The kids get off at the second stop, can you send the bus times?
        - I can't stop coughing since Tuesday
        - cancel the 3pm and move it to Friday please
        [de]
        + Bitte streicht mich von eurer Liste
        + Ich will keine SMS mehr von euch!!
        + Hört endlich auf mir zu schreiben
        - Kann ich den Termin am Ende der Woche noch stornieren?
        - Ich höre nicht auf zu husten, was soll ich tun?
        - Halt, ich meinte 17 Uhr
        [fr]
        + Merci de ne plus m'envoyer de SMS
        + desabonnez moi svp
        ~ arretter
        - Je finis le travail à la fin de la semaine
        - Vous êtes en arrêt ou en congé ?
        - Je peux annuler ma commande d'hier ?
        [es]
        + Dejen de mandarme mensajes por favor
        + Quítenme de su lista de difusión
        ~ ya basta, no los conozco
        - La fiebre no baja desde ayer
        - El alto de la caja es de 30 cm
        - ¿A qué hora puedo salir mañana?
        [pt]
        + Parem de me mandar mensagem!
        + não quero mais receber nada de vocês
        ~ discadastrar
        - Vou sair de férias na semana que vem
        - A febre não quer parar
        - Posso cancelar a consulta de quinta?
        [it]
        + Toglietemi dalla vostra lista per favore
        + Non voglio più ricevere le vostre offerte
        ~ disiscrivetemi subito o vi denuncio
        - Ci vediamo alla fine del mese
        - Mi basta sapere l'orario
        - Vorrei cancellare la visita di martedì
        [nl]
        + Graag uitschrijven, dank u
        + Stuur me geen berichten meer aub
        ~ afmeldn
        - Ik stop om vijf uur met werken
        - Het einde van de straat links
        - Kan ik mijn afspraak annuleren?
        [pl]
        + Proszę mnie wypisać z tej listy
        + Nie wysyłajcie mi więcej smsów
        ~ rezygnuje z tego
        - Wysiadam na ostatnim przystanku
        - Czy mogę anulować wizytę w piątek?
        - To już koniec leków, co dalej?
        [tr]
        + Lütfen bana bir daha mesaj atmayın
        + aboneliğimi iptal edin
        ~ artık yeter rahatsız etmeyin
        - Son randevu saat kaçta?
        - Randevumu iptal etmek istiyorum
        - kırmızı olan kalmadı mı
        [ar]
        + أرجو إيقاف إرسال الرسائل
        + لا أريد أي رسائل منكم
        + الغا الاشتراك
        - متى يتوقف المطر؟
        - أريد إلغاء موعدي يوم الأحد
        - هل توقف الباص هنا؟
        [sv]
        + Sluta skicka sms till mig
        + Jag vill avsluta prenumerationen
        ~ avregistera
        - Vi ses vid nästa hållplats
        - Kan jag avboka tiden på fredag?
        - Medicinen är slut
        [da]
        + Stop med at sende mig beskeder
        + Jeg ønsker ikke flere sms'er
        ~ afmled
        - Vi står ved det næste stop
        - Kan jeg afbestille min tid på fredag?
        - Der er slut med mælk
        [no]
        + Ikke send meg flere meldinger takk
        + Jeg vil melde meg av nyhetsbrevet
        ~ avmled meg
        - Vi sees på neste stopp
        - Når er dere ferdige i dag?
        - Filmen er slutt klokka ni
        [fi]
        + Älkää lähettäkö enää viestejä
        + Poistakaa minut listalta, kiitos
        ~ lopetta
        - Leipä loppui kesken
        - Voinko peruuttaa ajan perjantaina?
        - En ole vielä kotona
        [cs]
        + Už mi prosím nic neposílejte
        + Chci se odhlásit z odběru
        ~ odhasit
        - Vystupuji na konečné
        - Můžu zrušit objednávku na pátek?
        - Na konci ulice doleva
        [ro]
        + Vă rog să nu îmi mai trimiteți mesaje
        + Vreau să mă dezabonez
        ~ dezabonre
        - Cobor la următoarea stație
        - Pot să anulez programarea de vineri?
        - La sfârșitul lunii
        [hu]
        + Kérem, ne küldjenek több SMS-t
        + Le szeretnék iratkozni a listáról
        + leiratkozas koszi
        - A hónap végén jó lesz
        - Lemondhatom a pénteki időpontot?
        - Elég lesz két darab
        [el]
        + Μη μου στέλνετε άλλα μηνύματα
        + Παρακαλώ διαγράψτε με από τη λίστα σας
        ~ σταματηστε πια, θα σας καταγγείλω
        - Στην επόμενη στάση κατεβαίνω
        - Μπορώ να ακυρώσω το ραντεβού;
        - Στο τέλος της εβδομάδας
        [ru]
        + Пожалуйста, больше не присылайте сообщений
        + Отпишите меня от рассылки
        ~ отпишитесь от меня
        - На следующей остановке выходим
        - Можно отменить запись на пятницу?
        - В конце недели буду
        [uk]
        + Будь ласка, не надсилайте мені більше повідомлень
        + Відпишіть мене від розсилки
        ~ відпістися
        - Виходимо на наступній зупинці
        - Чи можна скасувати запис на п'ятницю?
        - Наприкінці тижня зможу
        [he]
        + נא להסיר אותי מרשימת התפוצה
        + תפסיקו לשלוח לי הודעות
        + הסירו כבר!! הטרדה
        - התחנה הבאה שלי
        - אפשר לבטל את התור ביום שישי?
        - בסוף השבוע נוח לי
        [zh]
        + 请不要再给我发短信了
        + 我要退订
        ~ 退定
        - 下一站下车
        - 可以取消周五的预约吗？
        - 周末结束后再说
        [ja]
        + もうメッセージを送らないでください
        + 配信を停止してください
        + 配信停止しろ、迷惑です
        - 次の停留所で降ります
        - 金曜日の予約をキャンセルできますか？
        - 会議が終わったら連絡します
        [ko]
        + 더 이상 문자 보내지 마세요
        + 수신거부 해주세요
        ~ 수신거브
        - 다음 정류장에서 내려요
        - 금요일 예약을 취소할 수 있나요?
        - 회의 끝나면 연락할게요
        [hi]
        + कृपया मुझे मैसेज भेजना बंद करें
        + mujhe message mat bhejo
        ~ अनसब्सक्राईब
        - अगला स्टॉप मेरा है
        - क्या शुक्रवार की अपॉइंटमेंट रद्द हो सकती है?
        - दुकान कब बंद होती है?
        """#
}
