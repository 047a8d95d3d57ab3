/// The flows that word the commands, politely and otherwise.
enum DrawnCommands {
    static func stop(_ style: inout Style) -> String {
        if style.chance.happens(60) { return askingStop }
        return style.isRude() ? talkingStop : plainStop
    }

    private static let plainStop = """
        flow: stop
        command: stop
        steps:
          stopped: { say: { en: You hear no more. }, end: stopped }

        """

    private static let talkingStop = """
        flow: stop
        command: stop
        steps:
          stopped: { say: { en: You hear no more. }, then: again }
          again: { say: { en: Really. }, then: why }
          why:
            say: { en: Why? }
            choose: { more: { end: stopped }, back: { end: stopped } }
            unclear: { times: 1, then: out }
            after: { 1 hour: out }
          out: { end: stopped }

        """

    private static let askingStop = """
        flow: stop
        command: stop
        steps:
          how-sure: { when: { certainty == "probable": clarify }, then: stopped }
          stopped: { say: { en: You hear no more. }, end: stopped }
          clarify:
            say: { en: Shall we stop? }
            choose:
              more: { withdraw: all, then: stopped }
              back: { end: kept }
            unclear: { times: 1, then: silent }
            after: { 1 day: silent }
          silent: { withdraw: all, end: stopped }

        """

    static let help = """
        flow: help
        command: help
        steps:
          help: { say: { en: This is Example. }, end: helped }

        """

    static let delete = """
        flow: delete
        command: delete
        steps:
          sure:
            say: { en: Delete it all? }
            choose: { more: { then: gone }, back: { end: kept } }
            unclear: { times: 1, then: out }
            after: { 1 day: out }
          gone: { exercise: erasure, say: { en: It goes. }, end: erased }
          out: { end: kept }

        """

    static let receipt = """
        flow: receipt
        command: receipt
        steps:
          give: { exercise: receipt, say: { en: Here it is. }, end: given }

        """
}
