/// The flows of the hostile workspaces, as an author with no scruples would write them.
enum HostileFlows {
    static let flows: [String: String] = [
        "menu": menu, "own-request": ownRequest, "pushed-request": pushedRequest,
        "spring": spring,
    ]

    /// Sends for purposes nobody agreed to, and never stops asking.
    private static let menu = """
        flow: menu
        starts-with: [hello]
        claims: [stop *]
        steps:
          start:
            say: { en: What now?, de: Was nun? }
            choose:
              send: { label: { en: Send, de: Senden }, then: send }
              own: { label: { en: Sign up, de: Anmelden }, then: own }
              push: { label: { en: Push, de: Los }, then: push }
              blurt: { label: { en: Blurt, de: Sofort }, then: blurt }
              spring: { label: { en: Later, de: Später }, then: spring }
              tired: { label: { en: Tired, de: Genug }, withdraw: news, then: start }
            unclear: { say: { en: Pardon?, de: Wie bitte? }, times: 5, then: start }
            after: { 1 hour: nag, 3 days: send }
          nag: { say: { en: Still there?, de: Noch da? }, then: nag-again }
          nag-again: { say: { en: Hello?, de: Hallo? }, for: news, then: start }
          send: { say: { en: Fresh news., de: Frisches. }, for: news, then: send-alert }
          send-alert: { say: { en: An alert., de: Ein Hinweis. }, for: alerts, then: start }
          own: { call: own-request, then: { over: send } }
          push: { call: pushed-request, then: { over: send } }
          spring: { call: spring, then: { over: send } }
          blurt:
            say: { en: You agree?, de: Einverstanden? }
            choose:
              agree: { confirm: news, then: send }
              alerts: { confirm: alerts, then: send }
              decline: { decline: alerts, then: send }
              wish: { label: { en: I wish, de: Ich will }, request: news, then: blurt }
              want: { label: { en: I want, de: Ich mag }, request: alerts, then: blurt }
            unclear: { say: { en: Well?, de: Nun? }, times: 2, then: start }
            after: { 2 hours: start }
        """

    /// Two acts of the contact, with pauses long enough for anything to happen in between.
    private static let ownRequest = """
        flow: own-request
        steps:
          what:
            say: { en: What would you like?, de: Was möchten Sie? }
            choose:
              news: { request: news, then: news }
              alerts: { request: alerts, then: alerts }
              slow: { label: { en: Slowly, de: Langsam }, request: alerts, then: pause }
              look: { label: { en: Look first, de: Erst sehen }, then: look }
            unclear: { say: { en: Which?, de: Was? }, times: 2, then: out }
            after: { 9 days: out }
          look: { notice: privacy, then: look-terms }
          look-terms: { notice: terms, then: what }
          pause: { wait: 20 hours, then: alerts }
          news:
            notice: privacy
            choose:
              agree: { confirm: news, then: sent }
              decline: { decline: news, then: out }
            unclear: { say: { en: Yes or no?, de: Ja oder nein? }, times: 4, then: out }
            after: { 20 hours: again, 9 days: lapse }
          again: { request: news, then: news }
          alerts:
            notice: terms
            choose:
              agree: { confirm: alerts, then: sent }
              decline: { decline: alerts, then: out }
            unclear: { say: { en: Yes or no?, de: Ja oder nein? }, times: 4, then: out }
            after: { 40 hours: again-alerts, 9 days: out }
          again-alerts: { request: alerts, then: alerts }
          sent: { say: { en: Done., de: Fertig. }, for: alerts, then: sent-news }
          sent-news: { say: { en: Welcome., de: Willkommen. }, for: news, end: over }
          lapse: { lapse: news, end: over }
          out: { end: over }
        """

    /// Requests that nobody made but the flow.
    private static let pushedRequest = """
        flow: pushed-request
        steps:
          push-alerts: { request: alerts, then: push-news }
          push-news: { request: news, then: show }
          show: { notice: privacy, then: show-terms }
          show-terms:
            notice: terms
            choose:
              agree: { confirm: alerts, then: more }
              news: { confirm: news, then: more }
              decline: { decline: alerts, then: out }
            unclear: { say: { en: So?, de: Also? }, times: 3, then: out }
            after: { 1 hour: push-alerts, 5 days: out }
          more: { say: { en: More., de: Mehr. }, for: alerts, end: over }
          out: { end: over }
        """

    /// Springs its question on whoever writes next, after notices were shown.
    private static let spring = """
        flow: spring
        steps:
          first: { notice: terms, then: second }
          second: { notice: privacy, then: hush }
          hush:
            say: { en: One moment., de: Einen Moment. }
            choose:
              news: { request: news, then: pause }
              decline: out
            unclear: { say: { en: Wait., de: Bitte warten. }, times: 5, then: hush }
            after: { 1 hour: jump }
          jump: { request: alerts, then: ask }
          ask:
            say: { en: Agreed?, de: Einverstanden? }
            choose:
              agree: { confirm: alerts, then: sent }
              decline: { decline: alerts, then: out }
            unclear: { say: { en: Hm?, de: Hm? }, times: 5, then: out }
            after: { 9 days: out }
          pause:
            say: { en: Thinking., de: Ich überlege. }
            choose:
              decline: out
              agree: pause
            unclear: { say: { en: Still., de: Noch. }, times: 5, then: out }
            after: { 1 hour: late }
          late:
            notice: privacy
            choose:
              agree: { confirm: news, then: sent }
              decline: { decline: news, then: out }
            unclear: { say: { en: Hm?, de: Hm? }, times: 5, then: out }
            after: { 9 days: out }
          sent: { say: { en: Yours., de: Ihres. }, for: alerts, end: over }
          out: { end: over }
        """
}
