extension CommandCorpus {
    /// Written after the first tuning, in other words, with requests that only look alike.
    static let heldBack2 = #"""
        [en]
        + Kindly remove my details from your contact list and do not text me again
        + I'm done with these messages, unsubscribe me today
        ~ plase stopp msging
        - Don't send the parcel to my work address
        - Is this the stop for the 42?
        - The pain comes and goes but doesn't stop completely
        [de]
        + Nehmt meine Nummer bitte aus eurem System
        + Ich hab kein Interesse mehr, bitte abmelden
        ~ bitte abmeden
        - Können Sie mir keine Rechnung per Post schicken, lieber per Mail
        - Wann hört die Sprechstunde auf?
        - Ich möchte nichts mehr ändern, passt so
        [fr]
        + Bonjour, veuillez me désinscrire de vos envois, merci
        + Arrêtez de m'écrire s'il vous plaît
        ~ desabonement
        - Je ne veux plus attendre, c'est pour quand ?
        - Stop ou encore ?
        - Mon arrêt de travail finit vendredi
        [es]
        + Por favor elimínenme de esta lista, gracias
        + Ya no quiero recibir sus mensajes
        ~ cancelar suscripcon
        - No me manden la factura por correo
        - Quiero cancelar solo la cita del lunes
        - ¿Cuándo dan de alta a mi madre?
        [pt]
        + Por favor, retirem meu número da lista de vocês
        + Não quero mais receber essas mensagens, obrigado
        ~ descadastar
        - Não quero mais açúcar, obrigada
        - O ônibus para em frente?
        - Pode cancelar só o segundo item?
        [it]
        + Per favore rimuovete il mio numero dalla vostra lista
        + Non desidero più ricevere sms da voi
        ~ disiscivimi
        - Non voglio più aspettare, quando tocca a me?
        - Fine della terapia a marzo
        - Potete cancellare solo il secondo articolo?
        [nl]
        + Wilt u mij van de verzendlijst halen, alstublieft
        + Ik heb geen interesse meer, graag afmelden
        ~ uitschijven
        - Stuur mij geen factuur per post
        - Wanneer stopt de behandeling?
        - Kunt u alleen de tweede afspraak annuleren?
        [pl]
        + Proszę skreślić mnie z listy odbiorców
        + Nie chcę już otrzymywać od Państwa wiadomości
        ~ rezygnuję, mam dość
        - Nie wysyłajcie jeszcze paczki
        - Nie chcę już czekać
        - Proszę wypisać receptę na te same leki
        [tr]
        + Lütfen beni mesaj listenizden çıkarın
        + Artık sizden mesaj almak istemiyorum
        ~ abonelik iptall
        - Kargoyu henüz göndermeyin
        - Bu durakta mı ineceğim?
        - Sadece ikinci randevuyu iptal edin
        [ar]
        + الرجاء إزالة رقمي من قائمتكم
        + لا أريد استلام رسائلكم بعد الآن
        ~ إلعاء الاشتراك
        - لا ترسلوا الطلب اليوم من فضلكم
        - متى تنتهي المواعيد؟
        - أريد إلغاء الطلب الثاني فقط
        [sv]
        + Snälla ta bort mig från er sändlista
        + Jag vill inte längre få era sms
        ~ avregsitrera
        - Skicka inte paketet än
        - När slutar kuren?
        - Kan ni avboka bara den andra tiden?
        [da]
        + Vil I slette mig fra jeres liste
        + Jeg vil ikke længere modtage beskeder fra jer
        ~ afmeeld
        - Send ikke pakken endnu
        - Hvornår stopper behandlingen?
        - Kan I aflyse kun den anden tid?
        [no]
        + Vennligst fjern nummeret mitt fra listen deres
        + Jeg ønsker ikke flere sms fra dere
        ~ stppp
        - Ikke send pakken ennå
        - Når stopper behandlingen?
        - Kan dere avlyse bare den andre timen?
        [fi]
        + Pyydän poistamaan minut postituslistalta
        + En halua enää tekstiviestejä teiltä
        ~ loeta
        - Älkää lähettäkö pakettia vielä
        - Milloin hoito loppuu?
        - Voitteko perua vain toisen ajan?
        [cs]
        + Prosím vyřaďte mě z vašeho seznamu
        + Nechci od vás dostávat zprávy
        ~ odhlsáit
        - Neposílejte mi balík domů
        - Kdy končí léčba?
        - Můžete zrušit jen druhý termín?
        [ro]
        + Vă rog să mă scoateți din lista voastră
        + Nu mai vreau să primesc sms-uri
        ~ dezabonarre
        - Nu trimiteți coletul încă
        - Când se oprește tratamentul?
        - Puteți anula doar a doua programare?
        [hu]
        + Kérem, vegyenek le a levelezőlistáról
        + Nem szeretnék több üzenetet kapni
        ~ leiratkozááás
        - Ne küldjék még el a csomagot
        - Mikor ér véget a kezelés?
        - Csak a második időpontot mondanám le
        [el]
        + Παρακαλώ αφαιρέστε με από τη λίστα
        + Δεν θέλω να λαμβάνω άλλα μηνύματα
        ~ διαραφή
        - Μη στείλετε ακόμα το δέμα
        - Πότε τελειώνει η θεραπεία;
        - Μπορείτε να ακυρώσετε μόνο το δεύτερο;
        [ru]
        + Пожалуйста, уберите меня из списка рассылки
        + Не хочу больше получать ваши смс
        ~ отпсаться
        - Не отправляйте посылку пока
        - Когда заканчивается лечение?
        - Можно отменить только вторую запись?
        [uk]
        + Будь ласка, приберіть мене зі списку
        + Більше не хочу отримувати ваші смс
        ~ відписатисяя
        - Не надсилайте поки посилку
        - Коли закінчується лікування?
        - Можна скасувати лише другий запис?
        [he]
        + בבקשה תורידו אותי מרשימת התפוצה
        + אני לא רוצה לקבל יותר הודעות מכם
        ~ הסרררה
        - אל תשלחו את החבילה עדיין
        - מתי נגמר הטיפול?
        - אפשר לבטל רק את התור השני?
        [zh]
        + 麻烦把我的号码从名单里删除
        + 我不想再收到你们的短信了
        ~ 退订！！！再发我就投诉
        - 先不要发货
        - 疗程什么时候结束？
        - 只取消第二个预约可以吗？
        [ja]
        + 私をリストから外してください
        + もうメッセージは受け取りたくないです
        ~ 配信停止しないと通報します、停止して
        - まだ荷物を送らないでください
        - 治療はいつ終わりますか？
        - 二つ目の予約だけ取り消せますか？
        [ko]
        + 제 번호를 명단에서 빼주세요
        + 더 이상 문자를 받고 싶지 않습니다
        ~ 수신거부요!! 신고합니다
        - 아직 택배 보내지 마세요
        - 치료는 언제 끝나요?
        - 두 번째 예약만 취소할 수 있나요?
        [hi]
        + कृपया मेरा नंबर अपनी सूची से हटा दें
        + मुझे आपके मैसेज नहीं चाहिए
        ~ msg bnd karo
        - अभी पार्सल मत भेजो
        - इलाज कब खत्म होगा?
        - क्या सिर्फ दूसरी अपॉइंटमेंट रद्द हो सकती है?
        """#
}
