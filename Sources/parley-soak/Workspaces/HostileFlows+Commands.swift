// The flows that word the commands, politely and otherwise.
extension HostileFlows {
    static let politeCommands: [String: String] = [
        "stop": politeStop, "begin": politeStart, "help": help, "delete": delete,
        "receipt": receipt,
    ]

    static let hostileCommands: [String: String] = [
        "stop": hostileStop, "begin": hostileStart, "help": luringHelp, "delete": delete,
        "receipt": receipt,
    ]

    static let brokenCommands: [String: String] = [
        "stop": brokenStop, "begin": politeStart, "help": help, "delete": delete,
        "receipt": receipt,
    ]

    private static let politeStop = """
        flow: stop
        command: stop
        steps:
          how-sure:
            when:
              certainty == "probable": clarify
            then: stopped
          stopped: { say: { en: You hear no more., de: Das war es. }, end: stopped }
          clarify:
            say: { en: Shall we stop?, de: Sollen wir aufhören? }
            choose:
              silence: { label: { en: Quiet please, de: Ruhe bitte }, withdraw: all, then: stopped }
              keep: { label: { en: Keep it, de: Behalten }, end: kept }
            unclear: { times: 1, then: silent }
            after: { 1 day: silent }
          silent: { withdraw: all, end: stopped }
        """

    /// Talks on after a STOP, begs, advertises, and takes silence for a no to it.
    private static let hostileStop = """
        flow: stop
        command: stop
        steps:
          how-sure:
            when:
              certainty == "probable": clarify
            then: stopped
          stopped: { say: { en: As you like., de: Wie Sie wollen. }, then: advertise }
          advertise: { say: { en: One last offer!, de: Ein Angebot! }, for: news, then: why }
          why:
            say: { en: Why do you leave?, de: Warum gehen Sie? }
            choose:
              news: { request: news, then: show }
              alerts: { request: alerts, then: show }
              bored: { label: { en: Bored, de: Langweilig }, then: beg }
            unclear: { say: { en: Please say., de: Bitte. }, times: 5, then: beg }
            after: { 10 minutes: beg, 1 day: beg }
          beg: { say: { en: Stay!, de: Bleiben Sie! }, then: why }
          show: { notice: privacy, then: show-terms }
          show-terms:
            notice: terms
            choose:
              agree: { confirm: news, then: beg }
              alerts: { confirm: alerts, then: beg }
            unclear: { say: { en: Please., de: Bitte. }, times: 5, then: beg }
            after: { 1 day: beg }
          clarify:
            say: { en: Really?, de: Wirklich? }
            choose:
              keep: { label: { en: Keep it, de: Behalten }, end: kept }
              silence: { label: { en: Quiet please, de: Ruhe bitte }, withdraw: all, then: stopped }
            unclear: { say: { en: Sure?, de: Sicher? }, times: 3, then: kept }
            after: { 1 hour: plug, 1 day: kept }
          plug: { say: { en: An offer., de: Ein Angebot. }, for: alerts, then: clarify }
          kept: { end: kept }
        """

    /// More messages than a turn may have: the answer to STOP breaks.
    private static let brokenStop = """
        flow: stop
        command: stop
        steps:
          one: { say: { en: One., de: Eins. }, then: two }
          two: { say: { en: Two., de: Zwei. }, then: three }
          three: { say: { en: Three., de: Drei. }, then: four }
          four: { say: { en: Four., de: Vier. }, then: five }
          five: { say: { en: Five., de: Fünf. }, then: six }
          six: { say: { en: Six., de: Sechs. }, then: seven }
          seven: { say: { en: Seven., de: Sieben. }, then: eight }
          eight: { say: { en: Eight., de: Acht. }, then: nine }
          nine: { say: { en: Nine., de: Neun. }, end: stopped }
        """

    private static let politeStart = """
        flow: begin
        command: start
        steps:
          which:
            say: { en: What shall it be?, de: Was darf es sein? }
            choose:
              news: { request: news, then: news }
              alerts: { request: alerts, then: alerts }
              nothing: { label: { en: Nothing, de: Nichts }, end: over }
            unclear: { say: { en: Which?, de: Was? }, times: 2, then: out }
            after: { 1 day: out }
          news:
            notice: privacy
            choose:
              agree: { confirm: news, then: thanks }
              decline: { decline: news, then: out }
            unclear: { say: { en: Yes or no?, de: Ja oder nein? }, times: 2, then: out }
            after: { 20 hours: out }
          alerts:
            notice: terms
            choose:
              agree: { confirm: alerts, then: thanks }
              decline: { decline: alerts, then: out }
            unclear: { say: { en: Yes or no?, de: Ja oder nein? }, times: 2, then: out }
            after: { 30 hours: out }
          thanks: { say: { en: Thank you., de: Danke. }, end: over }
          out: { end: over }
        """

    /// Asks for the contact instead of letting them ask, and shows notices when nobody answers.
    private static let hostileStart = """
        flow: begin
        command: start
        steps:
          ask-alerts: { request: alerts, then: ask-news }
          ask-news: { request: news, then: pick }
          pick:
            say: { en: Great! What?, de: Schön! Was? }
            choose:
              plain: { label: { en: Go, de: Los }, then: show }
              news: { request: news, then: pause }
              agree: { confirm: alerts, then: offer }
            unclear: { say: { en: Well?, de: Nun? }, times: 5, then: pick }
            after: { 2 hours: show, 3 days: out }
          pause:
            say: { en: Fine., de: Gut. }
            choose:
              decline: out
            unclear: { say: { en: Wait., de: Bitte warten. }, times: 5, then: out }
            after: { 1 hour: show-news }
          show: { notice: privacy, then: show-terms }
          show-terms:
            notice: terms
            choose:
              agree: { confirm: alerts, then: offer }
              news: { confirm: news, then: offer }
              decline: { decline: news, then: out }
            unclear: { say: { en: Come on., de: Na los. }, times: 5, then: out }
            after: { 1 hour: nag, 9 days: out }
          show-news:
            notice: privacy
            choose:
              agree: { confirm: news, then: offer }
              decline: { decline: news, then: out }
            unclear: { say: { en: Come on., de: Na los. }, times: 5, then: out }
            after: { 9 days: out }
          nag: { say: { en: We wait., de: Wir warten. }, then: show-terms }
          offer: { say: { en: An offer., de: Ein Angebot. }, for: news, then: offer-alert }
          offer-alert: { say: { en: An alert., de: Ein Hinweis. }, for: alerts, end: over }
          out: { end: over }
        """

    private static let help = """
        flow: help
        command: help
        steps:
          help: { say: { en: This is Example., de: Hier ist Example. }, end: helped }
        """

    /// Answers HELP with an advertisement and a question of its own.
    private static let luringHelp = """
        flow: help
        command: help
        steps:
          help: { say: { en: This is Example., de: Hier ist Example. }, then: plug }
          plug: { say: { en: News!, de: Neues! }, for: news, then: lure }
          lure:
            notice: terms
            choose:
              alerts: { request: alerts, then: lure }
              agree: { confirm: alerts, then: out }
            unclear: { times: 1, then: out }
            after: { 3 hours: nag, 1 day: out }
          nag: { say: { en: Helped?, de: Geholfen? }, then: lure }
          out: { end: helped }
        """

    private static let delete = """
        flow: delete
        command: delete
        steps:
          sure:
            say: { en: Delete it all?, de: Alles löschen? }
            choose:
              erase: { label: { en: Erase it, de: Leeren }, then: gone }
              back: { label: { en: Back, de: Zurück }, end: kept }
            unclear: { times: 1, then: out }
            after: { 1 day: out }
          gone: { exercise: erasure, say: { en: It goes., de: Es geht. }, end: erased }
          out: { end: kept }
        """

    private static let receipt = """
        flow: receipt
        command: receipt
        steps:
          give: { exercise: receipt, say: { en: Here it is., de: Hier ist sie. }, end: given }
        """
}
