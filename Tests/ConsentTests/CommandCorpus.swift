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
    static let plain = """
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
