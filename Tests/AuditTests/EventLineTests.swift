import Audit
import Testing

@Suite struct EventLineTests {
    @Test func `an event with every member is one line`() {
        let line = """
            2026-03-01T09:00:01.250Z  consent.given         3f9c2a1b  #2  \
            order-updates@1a2b3c4d5e6f7081  notice → ask-name  (choice:agree)  \
            for order-updates  by contact
            """
        #expect(EventLine.text(SampleLog.given.event) == line)
    }

    @Test func `what is absent is skipped`() {
        let line = "2026-03-01T09:00:00.000Z  store.opened          -  by engine"
        #expect(EventLine.text(SampleLog.opened.event) == line)
    }

    @Test func `a step entered and a step left are told apart`() {
        let entered = AuditEvent(time: SampleLog.nine, kind: .flowStarted, to: "offer")
        let left = AuditEvent(time: SampleLog.nine, kind: .flowEnded, from: "offer")
        #expect(EventLine.text(entered).hasSuffix("-  → offer"))
        #expect(EventLine.text(left).hasSuffix("-  offer →"))
    }

    @Test func `nothing in a name can move the cursor or turn the text`() {
        let hostile = AuditEvent(
            time: SampleLog.nine,
            kind: .flowMoved,
            to: "a\n\u{1b}[31m\u{202e}b\u{85}"
        )
        #expect(EventLine.text(hostile).hasSuffix(#"→ a\u{a}\u{1b}[31m\u{202e}b\u{85}"#))
    }
}
