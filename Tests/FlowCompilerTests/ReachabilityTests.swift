import Testing

/// Steps nothing leads to, and waits nobody gets out of.
@Suite struct ReachabilityTests {
    @Test func `steps nothing leads to are warned of`() {
        #expect(
            findings(
                flow: """
                    steps:
                      one:
                        say: { en: Hi, de: Hallo }
                        choose: { agree: two, decline: two }
                        after: { 1 day: late }
                      two: { end: done }
                      late: { end: late }
                      1️⃣lost: { then: 2️⃣too }
                      too: { end: done }
                    """.replacing("2️⃣", with: "")
            ) == ["1️⃣ unreachable-step", "flows/main.yaml:10:3 unreachable-step"]
        )
    }

    @Test func `a wait that leads only to itself is a trap`() {
        #expect(
            findings(
                flow: """
                    steps:
                      1️⃣one: { say: { en: Hi, de: Hallo }, choose: { agree: one, decline: one } }
                    """
            ) == ["1️⃣ no-way-out"]
        )
    }

    @Test(arguments: [
        "after: { 1 day: two }", "unclear: { times: 1, then: two }",
    ])
    func `a deadline or an exit for unclear replies is a way out`(way: String) {
        #expect(
            findings(
                flow: """
                    steps:
                      one:
                        say: { en: Hi, de: Hallo }
                        choose: { agree: one, decline: one }
                        \(way)
                      two: { end: done }
                    """
            ) == []
        )
    }

    @Test func `a menu that is never left may go round`() {
        #expect(
            findings(
                flow: """
                    steps:
                      menu: { say: { en: Hi, de: Hallo }, choose: { agree: yes, decline: no } }
                      yes: { say: { en: A, de: B }, then: menu }
                      no: { say: { en: C, de: D }, then: menu }
                    """
            ) == []
        )
    }
}
