import Clocks
import Consent
import Testing

struct RetentionContactTests {
    private static let policy = RetentionPolicy.standard

    private static func at(_ text: String) throws -> Timestamp { try #require(Timestamp(text)) }

    private static func facts(
        created: String,
        heard: String? = nil,
        given: Bool = false,
        change: String? = nil,
        use: String? = nil
    ) throws -> ContactFacts {
        ContactFacts(
            createdAt: try at(created),
            lastHeardAt: try heard.map(at),
            everGiven: given,
            lastConsentChangeAt: try change.map(at),
            lastUseAt: try use.map(at)
        )
    }

    @Test func `who never consented is erased two weeks after the last contact`() throws {
        for (created, heard, change, due) in [
            ("2026-03-01T09:00Z", nil, nil, "2026-03-15T09:00Z"),
            ("2026-03-01T09:00Z", "2026-03-04T10:00Z", nil, "2026-03-18T10:00Z"),
            ("2026-03-01T09:00Z", "2026-03-04T10:00Z", "2026-03-05T11:00Z", "2026-03-19T11:00Z"),
            ("2028-02-20T00:00Z", nil, nil, "2028-03-05T00:00Z"),
        ] as [(String, String?, String?, String)] {
            let contact = try Self.facts(created: created, heard: heard, change: change)
            let deletion = try #require(Self.policy.contactDeletion(for: contact))
            #expect(deletion.dueAt == (try Self.at(due)))
            #expect(deletion.recordClass == .unconfirmedContact)
            #expect(deletion.citation == "Art. 5(1)(e) GDPR")
            #expect(
                deletion.sentence
                    == "no consent was ever given, and a contact without one is kept for 2 weeks "
                    + "from the last contact (Art. 5(1)(e) GDPR)"
            )
        }
    }

    @Test func `who opted out and never consented is erased as well; the STOP is not`() throws {
        var contact = try Self.facts(created: "2026-03-01T09:00Z", heard: "2026-03-01T09:05Z")
        contact.isOptedOut = true
        let deletion = try #require(Self.policy.contactDeletion(for: contact))
        #expect(deletion.dueAt == (try Self.at("2026-03-15T09:05Z")))
        #expect(deletion.sentence.hasSuffix("; the STOP outlives the contact"))
        #expect(Self.policy.rowDeletion(of: .suppression, from: contact.createdAt) == nil)
    }

    @Test func `proof is kept for five years from the end of consent and from each use`() throws {
        for (change, use, due) in [
            ("2026-03-01T09:00Z", nil, "2031-03-01T09:00Z"),
            ("2026-03-01T09:00Z", "2025-12-24T08:00Z", "2031-03-01T09:00Z"),
            // A use after the end is none there should be, and counts all the same.
            ("2026-03-01T09:00Z", "2026-03-01T09:00:00.001Z", "2031-03-01T09:00:00.001Z"),
            ("2024-02-29T12:00Z", nil, "2029-02-28T12:00Z"),
            ("2023-02-28T12:00Z", nil, "2028-02-28T12:00Z"),
        ] as [(String, String?, String)] {
            let contact = try Self.facts(
                created: "2020-01-01",
                given: true,
                change: change,
                use: use
            )
            let deletion = try #require(Self.policy.contactDeletion(for: contact))
            #expect(deletion.dueAt == (try Self.at(due)))
            #expect(deletion.recordClass == .consentProof)
            #expect(deletion.citation == "§ 7a(2) UWG")
        }
    }

    @Test func `who still writes is not erased between two messages`() throws {
        let contact = try Self.facts(
            created: "2020-01-01",
            heard: "2031-02-25T10:00Z",
            given: true,
            change: "2026-03-01T09:00Z"
        )
        let deletion = try #require(Self.policy.contactDeletion(for: contact))
        #expect(deletion.dueAt == (try Self.at("2031-03-11T10:00Z")))
        #expect(deletion.recordClass == .unconfirmedContact)
        #expect(deletion.sentence.hasPrefix("all consent has ended, and "))
    }

    @Test func `each hold forbids erasure by itself, and the strongest is named`() throws {
        let free = try Self.facts(created: "2020-01-01", given: true, change: "2020-01-02")
        #expect(Self.policy.hold(on: free) == nil)
        let holds: [(RetentionHold, WritableKeyPath<ContactFacts, Bool>)] = [
            (.restricted, \.isRestricted), (.openRequest, \.hasOpenRequest),
            (.validConsent, \.hasValidConsent), (.openConversation, \.hasOpenConversation),
        ]
        for (index, (hold, path)) in holds.enumerated() {
            var contact = free
            contact[keyPath: path] = true
            #expect(Self.policy.hold(on: contact) == hold)
            #expect(Self.policy.contactDeletion(for: contact) == nil)
            for (_, weaker) in holds[index...] { contact[keyPath: weaker] = true }
            #expect(Self.policy.hold(on: contact) == hold)
        }
        let words = Set(RetentionHold.allCases.map(\.words))
        #expect(words.count == RetentionHold.allCases.count)
    }

    @Test func `whatever the facts, nothing goes while held or before its time`() throws {
        let policies = [
            Self.policy,
            try RetentionPolicy(overrides: [
                .consentProof: .preset("bgb-195"),
                .unconfirmedContact: .keep(.months(1), from: .created),
            ]),
            try RetentionPolicy(overrides: [
                .consentProof: .keep(.days(1), from: .consentEnded)
            ]),
        ]
        var seed: UInt64 = 20_260_301
        func draw(_ count: UInt64) -> UInt64 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (seed >> 33) % count
        }
        let start = try Self.at("2019-12-30").milliseconds
        func instant() -> Timestamp {
            Timestamp(milliseconds: start + Int64(draw(4000)) * 40_000_000)
        }
        var planned = 0
        for _ in 0..<20_000 {
            let contact = ContactFacts(
                createdAt: instant(),
                lastHeardAt: draw(2) == 0 ? nil : instant(),
                hasValidConsent: draw(6) == 0,
                hasOpenConversation: draw(6) == 0,
                everGiven: draw(2) == 0,
                lastConsentChangeAt: draw(2) == 0 ? nil : instant(),
                lastUseAt: draw(2) == 0 ? nil : instant(),
                isOptedOut: draw(3) == 0,
                hasOpenRequest: draw(6) == 0,
                isRestricted: draw(6) == 0
            )
            let policy = policies[Int(draw(3))]
            let deletion = policy.contactDeletion(for: contact)
            let isHeld =
                contact.isRestricted || contact.hasOpenRequest || contact.hasValidConsent
                || contact.hasOpenConversation
            try #require((deletion == nil) == isHeld)
            guard let deletion else { continue }
            planned += 1
            for anchor in Self.anchors(of: contact, in: policy) {
                let keep = try #require(policy.rule(for: anchor.recordClass).keep)
                try #require(deletion.dueAt >= anchor.at.adding(keep))
            }
        }
        #expect(planned > 5000)
    }

    /// What must have passed, said once more and without the policy's own words.
    private static func anchors(
        of contact: ContactFacts,
        in policy: RetentionPolicy
    ) -> [(recordClass: RecordClass, at: Timestamp)] {
        var anchors = [(RecordClass.unconfirmedContact, contact.createdAt)]
        if policy.rule(for: .unconfirmedContact).from == .lastContact {
            for at in [contact.lastHeardAt, contact.lastConsentChangeAt].compactMap(\.self) {
                anchors.append((.unconfirmedContact, at))
            }
        }
        guard contact.everGiven else { return anchors }
        anchors.append((.consentProof, contact.createdAt))
        if let at = contact.lastConsentChangeAt { anchors.append((.consentProof, at)) }
        if policy.rule(for: .consentProof).from == .lastUse, let at = contact.lastUseAt {
            anchors.append((.consentProof, at))
        }
        return anchors
    }
}
