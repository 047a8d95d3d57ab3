import Audit
import Clocks
import Testing

/// Which events a filter lets through: conditions of several sorts all hold, of one sort one does.
@Suite struct EventFilterTests {
    private static let other: [UInt8] = [UInt8](repeating: 0x3f, count: 16)

    private func passes(_ filter: EventFilter, _ leaf: AuditLeaf = SampleLog.given) -> Bool {
        filter.verdict(on: leaf.bytes) == .passes
    }

    private func given(at time: Timestamp) -> AuditLeaf {
        AuditLeaf(event: AuditEvent(time: time, kind: .consentGiven))
    }

    @Test func `a filter without conditions lets every leaf through`() {
        #expect(EventFilter().isEmpty)
        for leaf in [SampleLog.opened, SampleLog.received, SampleLog.given] {
            #expect(passes(EventFilter(), leaf))
        }
    }

    @Test func `of several kinds one is enough, and another kind does not pass`() {
        let consent = EventFilter(kinds: [.consentGiven, .consentWithdrawn])
        #expect(passes(consent))
        #expect(!passes(consent, SampleLog.received))
        #expect(!consent.isEmpty)
    }

    @Test func `conditions of two sorts must both hold`() {
        #expect(passes(EventFilter(kinds: [.consentGiven], purposes: ["order-updates"])))
        #expect(!passes(EventFilter(kinds: [.flowMoved], purposes: ["order-updates"])))
        #expect(!passes(EventFilter(kinds: [.consentGiven], purposes: ["newsletter"])))
    }

    @Test func `a purpose is compared whole, and an event without one has none`() {
        #expect(passes(EventFilter(purposes: ["newsletter", "order-updates"])))
        #expect(!passes(EventFilter(purposes: ["order"])))
        #expect(!passes(EventFilter(purposes: ["order-updates-2"])))
        #expect(!passes(EventFilter(purposes: [""]), SampleLog.opened))
    }

    @Test func `a purpose that a leaf has to escape is found as it is meant`() {
        let quoted = AuditLeaf(
            event: AuditEvent(time: SampleLog.nine, kind: .consentGiven, purpose: "a\"b\\\u{7}")
        )
        #expect(passes(EventFilter(purposes: ["a\"b\\\u{7}"]), quoted))
        #expect(!passes(EventFilter(purposes: ["a\\\"b\\\\\\u0007"]), quoted))
    }

    @Test(arguments: ["3", "3f9c2a1b", "3F9C", "3f9c2a1b5d7e48069a0bc1d2e3f40516"])
    func `the first digits of a pseudonym find it, in either case`(text: String) throws {
        let prefix = try #require(PseudonymPrefix(text))
        #expect(passes(EventFilter(subjects: [prefix])))
        #expect(!passes(EventFilter(subjects: [prefix]), SampleLog.opened))
    }

    @Test func `digits in the middle of a pseudonym do not find it`() throws {
        let middle = try #require(PseudonymPrefix("9c2a1b"))
        #expect(!passes(EventFilter(subjects: [middle])))
        // An odd digit counts like any other.
        let odd = try #require(PseudonymPrefix("3f8"))
        #expect(!passes(EventFilter(subjects: [odd])))
    }

    @Test(arguments: [
        "", " ", "3f9c2a1b5d7e48069a0bc1d2e3f405160", "+491700000001", "3g", "3f…",
        "\u{ff13}", "\u{212a}",
    ])
    func `what is no beginning of a pseudonym is refused`(text: String) {
        #expect(PseudonymPrefix(text) == nil)
    }

    @Test func `a person and the digits asked for must both fit`() throws {
        let person = PseudonymPrefix(pseudonym: SampleLog.subject)
        let stranger = PseudonymPrefix(pseudonym: Self.other)
        let digits = try #require(PseudonymPrefix("3f"))
        #expect(passes(EventFilter(people: [person])))
        #expect(passes(EventFilter(people: [stranger, person])))
        #expect(passes(EventFilter(subjects: [digits], people: [person])))
        #expect(!passes(EventFilter(subjects: [stranger], people: [person])))
        #expect(!passes(EventFilter(people: [stranger])))
    }

    @Test func `somebody without a pseudonym has no events, and not everybody's`() {
        let nobody = EventFilter(people: [])
        #expect(!nobody.isEmpty)
        for leaf in [SampleLog.opened, SampleLog.received, SampleLog.given] {
            #expect(!passes(nobody, leaf))
        }
    }

    @Test func `the first and the last instant are in the period, their neighbours are not`() {
        let first = SampleLog.nine
        let last = Timestamp(milliseconds: first.milliseconds + 10)
        let period = EventFilter(since: first, until: last)
        let places: [(Int64, Bool)] = [(-1, false), (0, true), (5, true), (10, true), (11, false)]
        for (offset, isIn) in places {
            let time = Timestamp(milliseconds: first.milliseconds + offset)
            #expect(passes(period, given(at: time)) == isIn, "\(offset)")
        }
        #expect(passes(EventFilter(since: first), given(at: last)))
        #expect(passes(EventFilter(until: last), given(at: first)))
    }

    @Test func `a row that is no leaf is called so, with conditions and without`() {
        var changed = SampleLog.given.bytes
        changed[0] = UInt8(ascii: "[")
        for bytes in [changed, [], Array("{}".utf8), SampleLog.given.bytes + [0x0a]] {
            #expect(EventFilter().verdict(on: bytes) == .isNoLeaf)
            #expect(EventFilter(kinds: [.consentGiven]).verdict(on: bytes) == .isNoLeaf)
        }
        #expect(EventFilter(kinds: [.flowMoved]).verdict(on: SampleLog.given.bytes) == .isOther)
    }

    @Test func `a family names all of its kinds, and a kind only itself`() {
        #expect(AuditKind.named("consent.given") == [.consentGiven])
        let consent = AuditKind.named("consent")
        #expect(consent.contains(.consentGiven) && consent.contains(.consentRevoked))
        #expect(consent.allSatisfy { $0.rawValue.hasPrefix("consent.") })
        #expect(consent.count == AuditKind.allCases.count { $0.rawValue.hasPrefix("consent.") })
        for word in ["", "consen", "consent.", "consent.*", "Consent", "given"] {
            #expect(AuditKind.named(word).isEmpty, "\(word)")
        }
    }

    @Test func `every kind belongs to exactly one family`() {
        let families = AuditKind.families
        #expect(Set(families).count == families.count)
        #expect(families.flatMap { AuditKind.named($0) }.count == AuditKind.allCases.count)
    }
}
