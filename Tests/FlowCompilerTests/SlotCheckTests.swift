import Testing

/// Slots that are read but never filled, or filled for nothing.
@Suite struct SlotCheckTests {
    @Test func `a slot used in a text must get a value somewhere`() {
        #expect(
            findings(
                flow: """
                    slots:
                      name: { type: text }
                    steps:
                      one: { say: { en: "Hi {1️⃣name}", de: "Hallo {name}" }, end: done }
                    """
            ) == ["1️⃣ unset-slot"]
        )
    }

    @Test(arguments: [
        "ask: name, say: { en: A, de: B }, then: two", "set: { name: '\"you\"' }, then: two",
        "say: { en: A, de: B }, match: { '(?<name>[a-z]+)': two }",
        "say: { en: A, de: B }, choose: { agree: { set: { name: '\"you\"' }, then: two } }",
    ])
    func `asking, setting and matching fill it`(way: String) {
        #expect(
            findings(
                flow: """
                    slots:
                      name: { type: text }
                    steps:
                      one: { \(way) }
                      two: { say: { en: "Hi {name}", de: "Hallo {name}" }, end: done }
                    """
            ) == []
        )
    }

    @Test func `a slot that is never read and not kept is warned of`() {
        #expect(
            findings(
                flow: """
                    slots:
                      1️⃣idle: { type: text }
                      2️⃣asked: { type: text }
                      kept: { type: text, keep: 30 days }
                    steps:
                      one: { ask: asked, say: { en: A, de: B }, then: two }
                      two: { ask: kept, say: { en: A, de: B }, then: three }
                      three: { end: done }
                    """
            ) == ["1️⃣ unused-slot", "2️⃣ unused-slot"]
        )
    }
}
