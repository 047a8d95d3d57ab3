import Clocks
import Consent
import Testing

struct RetentionPolicyTests {
    private static func at(_ text: String) throws -> Timestamp { try #require(Timestamp(text)) }

    private static func before(_ instant: Timestamp) -> Timestamp {
        Timestamp(milliseconds: instant.milliseconds - 1)
    }

    @Test func `the standard policy has a rule for each class, in order, with its source`() {
        let lines = RetentionPolicy.standard.rules.map { rule in
            "\(rule.recordClass.rawValue): \(rule.words) [\(rule.presetName ?? "")]"
        }
        #expect(
            lines.joined(separator: "\n") == """
                session: kept for 30 days from the last contact [gdpr-5-1-e]
                unconfirmed-contact: kept for 2 weeks from the last contact [gdpr-5-1-e]
                consent-proof: kept for 5 years from the end of consent or its last use [uwg-7a]
                inbox: kept for 30 days from its arrival [gdpr-5-1-e]
                kept-value: kept for as long as it declares [slot-keep]
                queued-message: kept for as long as it declares [delivery]
                audit-log: kept for 6 years from its making [hipaa-164.316]
                suppression: kept without an end [suppression]
                """
        )
        #expect(RetentionPolicy.standard.rules.map(\.recordClass) == RecordClass.allCases)
        for rule in RetentionPolicy.presetRules {
            #expect(!rule.citation.isEmpty)
            #expect(rule.since != nil)
            #expect(rule.recordClass.anchors.contains(rule.from))
            #expect(rule.because.hasSuffix("(\(rule.citation))"))
        }
    }

    @Test(arguments: [
        ("hipaa-164.316", RecordClass.auditLog, "2026-03-01T09:00Z", "2032-03-01T09:00Z"),
        ("hipaa-164.316", .auditLog, "2024-02-29T09:00Z", "2030-02-28T09:00Z"),
        ("hipaa-164.316", .consentProof, "2026-03-01T09:00Z", "2032-03-01T09:00Z"),
        ("uwg-7a", .consentProof, "2026-03-01T09:00Z", "2031-03-01T09:00Z"),
        ("pci-dss", .auditLog, "2026-03-01T09:00Z", "2027-03-01T09:00Z"),
        ("sox", .auditLog, "2026-03-01T09:00Z", "2033-03-01T09:00Z"),
        ("gdpr-5-1-e", .inbox, "2026-03-01T09:00Z", "2026-03-31T09:00Z"),
        // The year ends last at 12:00 UTC of the next one.
        ("bgb-195", .consentProof, "2026-03-01T09:00Z", "2030-01-01T12:00Z"),
        ("bgb-195", .consentProof, "2026-01-01T00:00Z", "2030-01-01T12:00Z"),
        ("hgb-257", .auditLog, "2026-03-01T09:00Z", "2033-01-01T12:00Z"),
        // Somewhere it is the next year already.
        ("hgb-257", .auditLog, "2026-12-31T09:59:59.999Z", "2033-01-01T12:00Z"),
        ("hgb-257", .auditLog, "2026-12-31T10:00Z", "2034-01-01T12:00Z"),
    ])
    func `each preset keeps for its own time`(
        preset: String,
        recordClass: RecordClass,
        anchor: String,
        due: String
    ) throws {
        let policy = try RetentionPolicy(overrides: [recordClass: .preset(preset)])
        let (anchor, due) = (try Self.at(anchor), try Self.at(due))
        let deletion = try #require(policy.rowDeletion(of: recordClass, from: anchor))
        #expect(deletion.dueAt == due)
        #expect(deletion.rule.presetName == preset)
        let rule = policy.rule(for: recordClass)
        let early = try #require(rule.cutoff(at: Self.before(due)))
        #expect(early < anchor)
        // The 29th of February waits for what was made on the 28th.
        let late = try #require(rule.cutoff(at: due.adding(.days(1))))
        #expect(late >= anchor)
    }

    @Test(arguments: [
        (RetentionOverride.keep(.months(1)), "2026-03-31T09:00Z", "2026-02-28T23:59:59.999Z"),
        (.keep(.months(1)), "2026-03-28T09:00Z", "2026-02-28T09:00Z"),
        (.keep(.months(1)), "2027-02-28T09:00Z", "2027-01-28T09:00Z"),
        (.keep(.months(1)), "2028-03-01T00:00Z", "2028-02-01T00:00Z"),
        (.keep(.days(30)), "2026-03-31T09:00Z", "2026-03-01T09:00Z"),
        (
            .keep(Period(months: 1, milliseconds: 1)), "2026-03-15T00:00Z",
            "2026-02-14T23:59:59.999Z"
        ),
    ])
    func `a sweep takes what is over and nothing else, to the millisecond`(
        override: RetentionOverride,
        now: String,
        cutoff: String
    ) throws {
        let rule = try RetentionPolicy(overrides: [.inbox: override]).rule(for: .inbox)
        let now = try Self.at(now)
        let found = try #require(rule.cutoff(at: now))
        #expect(found == (try Self.at(cutoff)))
        let next = Timestamp(milliseconds: found.milliseconds + 1)
        let nextDue = try #require(rule.dueAt(from: next))
        #expect(nextDue > now)
    }

    @Test(arguments: [
        "uwg-7a", "bgb-195", "hgb-257", "hipaa-164.316",
    ])
    func `no sweep is early, whatever the day`(preset: String) throws {
        let rule = try RetentionPolicy(overrides: [.consentProof: .preset(preset)])
            .rule(for: .consentProof)
        let start = try Self.at("2026-12-30T03:00Z").milliseconds
        for step in 0..<1500 {
            let now = Timestamp(milliseconds: start + Int64(step) * 41_234_567)
            let cutoff = try #require(rule.cutoff(at: now))
            for back in 0..<80 {
                let anchor = Timestamp(milliseconds: cutoff.milliseconds - Int64(back) * 3_599_999)
                let due = try #require(rule.dueAt(from: anchor))
                try #require(due <= now)
            }
            // And none is later than by the three days it says.
            let next = Timestamp(milliseconds: cutoff.milliseconds + 1)
            let nextDue = try #require(rule.dueAt(from: next))
            try #require(nextDue > now)
        }
    }

    @Test func `what declares its end goes then, and what has none never`() throws {
        let policy = RetentionPolicy.standard
        let now = try Self.at("2026-03-01")
        #expect(policy.rowDeletion(of: .keptValue, from: now)?.dueAt == now)
        #expect(policy.rule(for: .keptValue).cutoff(at: now) == now)
        #expect(policy.rowDeletion(of: .suppression, from: now) == nil)
        #expect(policy.rule(for: .suppression).cutoff(at: now) == nil)
    }

    @Test func `a workspace's own period stands with its own reason`() throws {
        let policy = try RetentionPolicy(overrides: [
            .consentProof: .keep(.months(48), from: .consentEnded, because: "§ 12 of our contract"),
            .unconfirmedContact: .keep(.days(3)),
        ])
        let proof = policy.rule(for: .consentProof)
        #expect(proof.words == "kept for 4 years from the end of consent")
        #expect(proof.citation == "§ 12 of our contract")
        #expect(proof.because == "§ 12 of our contract")
        #expect(proof.presetName == nil)
        #expect(policy.rule(for: .unconfirmedContact).from == .lastContact)
        #expect(policy.rule(for: .inbox) == RetentionPolicy.standard.rule(for: .inbox))
    }

    @Test(arguments: [
        (
            RecordClass.consentProof, RetentionOverride.preset("uwg-7"),
            "there is no preset `uwg-7`; `consent-proof` takes `uwg-7a`, `bgb-195`, "
                + "`hipaa-164.316`, `hgb-257`"
        ),
        (
            .inbox, .preset("uwg-7a"),
            "the preset `uwg-7a` is for `consent-proof`, not for `inbox`"
        ),
        (
            .auditLog, .preset("suppression"),
            "the preset `suppression` is for `suppression`, not for `audit-log`"
        ),
        (
            .inbox, .keep(.days(30), from: .lastUse),
            "`inbox` is not counted from `last-use`; it takes `received`"
        ),
        (
            .inbox, .keep(Period(months: 0, milliseconds: 7 * 86_400_000 - 1)),
            "`inbox` is kept for 1 week at least"
        ),
        (
            .unconfirmedContact, .keep(.hours(23)),
            "`unconfirmed-contact` is kept for 1 day at least"
        ),
        (
            .suppression, .keep(.days(30)),
            "how long `suppression` is kept is not for `retention` to say"
        ),
        (
            .keptValue, .preset("slot-keep"),
            "how long `kept-value` is kept is not for `retention` to say"
        ),
    ])
    func `what cannot be followed is refused with a way out`(
        recordClass: RecordClass,
        override: RetentionOverride,
        sentence: String
    ) {
        let error = #expect(throws: RetentionError.self) {
            try RetentionPolicy(overrides: [recordClass: override])
        }
        #expect(error?.recordClass == recordClass)
        #expect(error?.description == sentence)
    }

    @Test func `a floor is met exactly, and a month is longer than a week`() throws {
        for period in [Period.days(7), .months(1), .hours(168)] {
            let policy = try RetentionPolicy(overrides: [.inbox: .keep(period)])
            #expect(policy.rule(for: .inbox).keep == period)
        }
    }

    @Test func `the first class that cannot be followed is the one reported`() {
        for _ in 0..<20 {
            let error = #expect(throws: RetentionError.self) {
                try RetentionPolicy(overrides: [
                    .auditLog: .preset("x"), .inbox: .preset("x"), .suppression: .preset("x"),
                ])
            }
            #expect(error?.recordClass == .inbox)
        }
    }

    @Test func `presets are named for the classes a workspace may set`() {
        #expect(
            RetentionPolicy.presetNames(for: .auditLog)
                == ["hipaa-164.316", "hgb-257", "pci-dss", "sox"]
        )
        #expect(RetentionPolicy.presetNames(for: .unconfirmedContact) == ["gdpr-5-1-e"])
        #expect(RetentionPolicy.presetNames(for: .suppression).isEmpty)
        for recordClass in RecordClass.allCases {
            let isNamed = !RetentionPolicy.presetNames(for: recordClass).isEmpty
            #expect(isNamed == recordClass.isConfigurable)
        }
    }
}
