package import Clocks

// LAW: Art. 5(1)(e) GDPR: no longer than the purpose needs; the number is the law's where one
// names it, and the workspace's or ours where none does.
/// How long each class of records is kept: one rule each, and the decisions that follow.
package struct RetentionPolicy: Hashable, Sendable {
    /// In the order of `RecordClass`.
    package let rules: [RetentionRule]

    /// What holds where a workspace says nothing.
    package static let standard = RetentionPolicy(rules: standardRules)

    private static let standardRules: [RetentionRule] = RecordClass.allCases.map { recordClass in
        let name =
            switch recordClass {
            case .session, .unconfirmedContact, .inbox: "gdpr-5-1-e"
            case .consentProof: "uwg-7a"
            case .auditLog: "hipaa-164.316"
            case .keptValue: "slot-keep"
            case .queuedMessage: "delivery"
            case .suppression: "suppression"
            }
        let rules = RetentionPresets.standard.rules(named: name)
        guard let rule = rules.first(where: { $0.recordClass == recordClass }) else {
            preconditionFailure("retention-presets.txt: [\(name)] has no \(recordClass.rawValue)")
        }
        return rule
    }

    private init(rules: [RetentionRule]) {
        self.rules = rules
    }

    /// The standard policy with what a workspace says instead.
    ///
    /// - Throws: For the first class, in their order, whose override cannot be followed.
    package init(
        overrides: [RecordClass: RetentionOverride]
    ) throws(RetentionError) {
        var rules: [RetentionRule] = []
        for standard in Self.standardRules {
            guard let override = overrides[standard.recordClass] else {
                rules.append(standard)
                continue
            }
            rules.append(try override.rule(for: standard.recordClass))
        }
        self.rules = rules
    }

    /// The presets a workspace may name for a class, in order.
    package static func presetNames(for recordClass: RecordClass) -> [String] {
        guard recordClass.isConfigurable else { return [] }
        return RetentionPresets.standard.rules.filter { $0.recordClass == recordClass }
            .compactMap(\.presetName)
    }

    /// Every rule that Parley ships, for documents that list them.
    package static var presetRules: [RetentionRule] { RetentionPresets.standard.rules }

    package func rule(for recordClass: RecordClass) -> RetentionRule {
        guard let rule = rules.first(where: { $0.recordClass == recordClass }) else {
            preconditionFailure("a policy has a rule for each class")
        }
        return rule
    }

    /// When and why a record that stands by itself goes: an inbox row, a leaf, a kept value.
    ///
    /// The anchor is when it was made, received or last used; for what declares its own end, that
    /// end.
    package func rowDeletion(
        of recordClass: RecordClass,
        from anchor: Timestamp
    ) -> PlannedDeletion? {
        let rule = rule(for: recordClass)
        return rule.dueAt(from: anchor).map { dueAt in
            PlannedDeletion(
                dueAt: dueAt,
                rule: rule,
                sentence: "\(recordClass.rawValue): \(rule.words) (\(rule.citation))"
            )
        }
    }
}

/// When a record is to go, and why.
package struct PlannedDeletion: Hashable, Sendable {
    package let dueAt: Timestamp
    /// The rule that decides.
    package let rule: RetentionRule
    /// A clause for people: what is the case, how long that is kept, and what says so.
    package let sentence: String

    package var recordClass: RecordClass { rule.recordClass }
    package var citation: String { rule.citation }
}
