import Testing

/// Texts and what they must be taken for; own corpus, composed for these tests, with the facts of
/// the shared list of opt-out texts (provider documentation and public issue reports) among them.
///
/// A line is `verdict|text`: `definite` and `probable` speak of STOP; other commands are named.
/// Escapes are those of Swift string literals.
enum CommandCorpus {
    struct Case: Sendable, CustomTestStringConvertible {
        let verdict: String
        let text: String
        var testDescription: String { "\(verdict): \(text)" }
    }

    static let cases: [Case] = (plain + "\n" + sentences).split(separator: "\n").map { line in
        let fields = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        return Case(verdict: String(fields[0]), text: String(fields[1]))
    }

    /// One word or a word and courtesy, typos, decoration.
    private static let plain = """
        definite|STOP
        definite|stop
        definite|  stop  
        definite|„Stopp“
        definite|"STOP"
        definite|stop!!!
        definite|S.T.O.P.
        definite|S T O P
        definite|s-t-o-p please
        definite|#STOP
        definite|/stop
        definite|STOP-
        definite|*stop*
        definite|(stop)
        definite|Ｓｔｏｐ
        definite|S\u{200B}T\u{200D}OP
        definite|\u{202E}stop
        definite|𝐒𝐓𝐎𝐏
        definite|ⓈⓉⓄⓅ
        definite|🆂🆃🅾🅿
        definite|stop 🛑
        definite|🙏 stop 🙏
        definite|STOP STOP STOP
        definite|stop please
        definite|pls stop
        definite|Stop. Thank you
        definite|Hello, please stop texting me. Thank you.
        definite|STOP ALL
        definite|stopall
        definite|opt-out
        definite|opt me out please
        definite|unsubscribe
        definite|Unsubscribe me please
        definite|please unsubscribe me from this list
        definite|I want to unsubscribe
        definite|I would like to unsubscribe from all messages
        definite|cancel
        definite|cancel please
        definite|END
        definite|quit
        definite|revoke
        definite|remove
        definite|Please remove me from your list
        definite|take me off this list
        definite|no more texts
        definite|No more messages please!
        definite|stop sending me these messages
        definite|Stop messaging me now
        definite|don't text me again
        definite|Do not contact me
        definite|please don't send me any more messages
        definite|I don't want to receive messages
        definite|can you please stop
        definite|No thanks, stop
        definite|stop, not interested
        definite|cancel my subscription
        definite|stopp
        definite|Stopp bitte
        definite|stop bitte
        definite|stop merci
        definite|STOP gracias
        definite|bitte abmelden
        definite|Abmelden bitte, danke!
        definite|Kündigen
        definite|KUENDIGEN
        definite|austragen
        definite|keine Nachrichten mehr
        definite|Ich möchte keine Nachrichten mehr
        definite|ich moechte keine Nachrichten mehr bekommen
        definite|Bitte keine weiteren Nachrichten
        definite|Ich möchte mich abmelden
        definite|nein danke, abmelden
        definite|Bitte nicht mehr schreiben!
        definite|ARRÊT
        definite|arrete svp
        definite|TD
        definite|Désinscription
        definite|désabonnez-moi s’il vous plaît
        definite|je ne veux plus de messages
        definite|Je ne veux plus recevoir de messages merci
        definite|ne m'envoyez plus de messages
        definite|BAJA
        definite|baja, por favor
        definite|No más
        definite|no quiero más mensajes
        definite|Por favor no me envíen más mensajes
        definite|quiero darme de baja
        definite|cancelar suscripción
        definite|alto
        definite|pare por favor
        definite|SAIR
        definite|obrigado, pode parar
        definite|não quero mais receber mensagens
        definite|por favor me tire da lista
        definite|descadastrar
        definite|basta
        definite|basta, grazie
        definite|fine
        definite|cancellami dalla lista per favore
        definite|non voglio più messaggi
        definite|afmelden aub
        definite|uitschrijven alstublieft
        definite|ik wil geen berichten meer
        definite|nie chcę więcej wiadomości
        definite|proszę wypisz mnie
        definite|rezygnuję
        definite|REZYGNUJE
        definite|avsluta tack
        definite|afmeld venligst
        definite|UNSUB
        definite|meld av takk
        definite|lopeta kiitos
        definite|odhlásit prosím
        definite|İPTAL
        definite|iptal lütfen
        definite|dur
        definite|ret
        definite|dezabonare vă rog
        definite|leiratkozás köszönöm
        definite|ΔΙΑΚΟΠΗ
        definite|στοπ παρακαλώ
        definite|СТОП
        definite|стоп, пожалуйста
        definite|отпишите меня
        definite|відписатися
        definite|توقف
        definite|إيقاف من فضلك
        definite|إلغاء الاشتراك
        definite|הסר
        definite|הסירו אותי מהרשימה בבקשה
        definite|退订
        definite|请停止发送短信
        definite|回复TD
        definite|T
        definite|停止してください
        definite|配信停止お願いします
        definite|수신거부
        definite|수신거부 부탁드립니다
        definite|बंद
        definite|कृपया रोकें
        definite|बंद करो
        probable|stpo
        probable|stp
        probable|STIP
        probable|stok
        probable|sotp
        probable|st0p
        probable|stop1
        probable|STOPPP
        probable|stooop
        probable|ssttoopp
        probable|Please stopppp
        probable|unsubscibe
        probable|unsuscribe me
        probable|un subscribe
        probable|abmeldn
        probable|abmeldenn bitte
        probable|cancle
        probable|отписатся
        probable|ѕtop
        probable|ЅТОР
        probable|ꜱᴛᴏᴘ
        probable|🛑
        probable|✋
        probable|⛔️🛑
        probable|✋🏽
        probable|🛑 please
        probable|ok stop
        probable|yes stop
        probable|stop ads
        probable|stop ads now ok
        probable|STOP 12345
        probable|no, stop
        probable|Nein! Stopp!
        probable|leave me alone
        probable|not interested
        probable|lass mich in Ruhe
        probable|no more
        probable|how do I unsubscribe?
        probable|wie kann ich mich abmelden?
        probable|I want to cancel
        probable|quiero cancelar
        probable|ok cancel
        probable|stop you idiots
        probable|this is harassment, stop
        probable|I never signed up, unsubscribe me
        probable|I asked you last week already, stop texting me, this is harassment
        probable|I have told your shop three times now. Please remove me from your list.
        probable|退订你们公司
        probable|I did not sign up for this. STOP
        probable|Why do I get this? Stop.
        probable|STOP!! I am not Maria
        definite|aucun message svp
        probable|stp
        probable|stop sending me offers
        probable|STOP 36111
        probable|STOP au 36111
        start definite|START
        start definite|start please
        start definite|unstop
        start definite|alta
        start definite|iniciar
        start definite|reprendre
        help definite|HELP
        help definite|help!
        help definite|Hilfe bitte
        help definite|aide
        help definite|ayuda
        help definite|info
        help definite|hulp
        help definite|aide stp
        """
}

extension CommandCorpus {
    /// Ordinary talk in which a listed word, or nearly one, occurs.
    private static let sentences = """
        none|
        none|...
        none|?
        none|👍
        none|❤️
        none|👋
        none|hi ✋
        none|ok
        none|yes
        none|no
        none|ja
        none|sí
        none|hello
        none|please
        none|thank you
        none|don't stop
        none|Don’t stop
        none|DONT STOP
        none|dont stop sending
        none|do not stop
        none|please don't stop sending offers
        none|never stop
        none|I can't stop laughing
        none|it won't stop
        none|please do not unsubscribe me
        none|don't cancel
        none|don't remove me
        none|not the end
        none|nicht stoppen
        none|bitte nicht stopp
        none|Bitte nicht abmelden
        none|nicht kündigen bitte
        none|ich möchte nicht kündigen
        none|no pares
        none|no parar
        none|no quiero cancelar
        none|no me des de baja
        none|nunca parar
        none|ne pas arret
        none|n'arrête pas
        none|ne me désabonnez pas
        none|não parar
        none|não quero sair
        none|não cancelar
        none|non fermarti, basta no
        none|non cancellare
        none|niet stoppen
        none|niet afmelden aub
        none|nie rezygnuję
        none|inte stopp
        none|ikke stop
        none|ikke meld meg av
        none|en lopeta
        none|neodhlásit
        none|iptal etme
        none|ne stop
        none|δεν θέλω διακοπή
        none|μην σταματάς
        none|не стоп
        none|не хочу отписаться
        none|لا تتوقف
        none|لا أريد إلغاء الاشتراك
        none|לא להסיר
        none|不要停
        none|不要退订
        none|不想取消
        none|停止しないで
        none|수신거부 하지 마세요
        none|중지하지 마세요
        none|बंद मत करो
        none|bus stop
        none|"Stop!" he said, and the driver looked up
        none|no stop
        none|end chat
        none|the bus stop
        none|next stop
        none|Where is the next stop?
        none|which stop
        none|is this my stop?
        none|full stop
        none|nonstop flight
        none|non-stop
        none|stop sign
        none|stop by tomorrow
        none|one stop shop
        none|the stop
        none|weekend
        none|the end
        none|The end of the world is near
        none|end of June
        none|in the end we went home
        none|We have got to STOP this terrible bill from passing!!
        none|I will cancel my appointment on Monday at 5
        none|Can I end my contract in May?
        none|cancel my appointment
        none|please cancel the 5 o'clock table
        none|can I cancel my order?
        none|I quit my job
        none|quit smoking
        none|he wrote "stop"
        none|what does "STOP" mean
        none|Reply STOP to unsubscribe
        none|my doctor told me to stop taking the red pills in the morning
        none|He told me to stop sending messages to her mother
        none|did the rain stop?
        none|stop or go?
        none|when does it stop
        none|fine thanks
        none|I'm fine, thank you
        none|that's fine
        none|fine by me
        none|the red one
        none|red please
        none|top
        none|shop
        none|step
        none|stoop
        none|atop
        none|spot
        none|slop
        none|store
        none|stock
        none|start smoking
        none|don't start
        none|I need help with my order
        none|can you help my mother
        none|info about prices
        none|yes please
        none|Der Stopp der Lieferung ist ärgerlich
        none|am Ende
        none|Ende Juni passt mir gut
        none|ohne Ende
        none|bis zum Ende
        none|Ich kann den Termin leider nicht stornieren
        none|Wann ist Schluss?
        none|Stoff
        none|enge
        none|anmelden geht nicht
        none|halt so wie immer
        none|à la fin du mois
        none|fin de semaine
        none|arrêt de bus
        none|l'arrêt maladie
        none|où est l'arrêt ?
        none|je suis en arrêt maladie depuis lundi
        none|sans arrêt
        none|c'est dur
        none|annuler mon rendez-vous de lundi
        none|la baja temporada nos mató las ventas
        none|¿Doy de baja la pauta?
        none|fin de semana
        none|al fin
        none|es más alto que su padre
        none|baja la música
        none|estoy de baja médica
        none|no más de tres personas
        none|hasta
        none|pasta
        none|voy a salir a las ocho
        none|cancelar la cita del lunes
        none|stop, o Zé não vem
        none|vou sair agora com a minha mãe
        none|sem parar
        none|o que é isso
        none|para amanhã às nove
        none|fine settimana
        none|alla fine
        none|mi basta poco
        none|sto arrivando
        none|sto
        none|einde van de maand
        none|volgende stop
        none|stof
        none|koniec miesiąca
        none|slut på veckan
        none|stor
        none|stok til gardinet, tak
        none|konec týdne
        none|son durak
        none|dur bakalım
        none|vége van a filmnek
        none|στο τέλος του μήνα
        none|στο
        none|стол
        none|стоп-кран сломан
        none|конец недели
        none|محطة توقف
        none|תחנת הסר
        none|停车场在哪里
        none|取消预约
        none|公交停了吗
        none|バス停
        none|一時停止の標識
        none|버스 정류장
        none|예약 취소 문의
        none|दुकान बंद है
        none|I will be at the office tomorrow morning, see you then Maria
        none|what time do you open on Sunday?
        none|12345
        none|stopwatch
        none|stopping
        none|Christopher
        none|stopover
        none|good, good
        none|see you at the top
        none|Quittung bitte
        none|quiet please
        none|hotel
        none|unsure
        none|canceled
        none|baja calidad de imagen
        none|Let's not end it here
        """
}
