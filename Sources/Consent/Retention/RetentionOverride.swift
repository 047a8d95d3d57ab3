package import Clocks

/// What a workspace says about one class of records.
package enum RetentionOverride: Hashable, Sendable {
    /// The rule of that name for the class.
    case preset(String)
    /// A period of its own; `from` as the class has it unless said.
    case keep(Period, from: RetentionAnchor? = nil, because: String? = nil)

    func rule(for recordClass: RecordClass) throws(RetentionError) -> RetentionRule {
        guard recordClass.isConfigurable, let usual = recordClass.anchors.first else {
            throw RetentionError(recordClass, .notConfigurable)
        }
        switch self {
        case .preset(let name):
            let rules = RetentionPresets.standard.rules(named: name)
            if rules.isEmpty {
                throw RetentionError(
                    recordClass,
                    .unknownPreset(name, known: RetentionPolicy.presetNames(for: recordClass))
                )
            }
            guard let rule = rules.first(where: { $0.recordClass == recordClass }) else {
                throw RetentionError(
                    recordClass,
                    .presetForOthers(name, rules.map(\.recordClass))
                )
            }
            return rule
        case .keep(let period, let from, let because):
            let from = from ?? usual
            guard recordClass.anchors.contains(from) else {
                throw RetentionError(recordClass, .wrongAnchor(from))
            }
            guard Self.leastMilliseconds(period) >= recordClass.leastDays * Self.day else {
                throw RetentionError(recordClass, .tooShort(least: .days(recordClass.leastDays)))
            }
            return RetentionRule(
                recordClass: recordClass,
                keep: period,
                from: from,
                countsFromYearEnd: false,
                presetName: nil,
                since: nil,
                citation: because ?? Self.ownChoice,
                reason: because ?? Self.ownChoice
            )
        }
    }

    private static let ownChoice = "the workspace's own choice"
    private static let day: Int64 = 86_400_000

    /// No month is shorter than 28 days.
    private static func leastMilliseconds(_ period: Period) -> Int64 {
        Int64(period.months) * 28 * day + period.milliseconds
    }
}

/// What a workspace says about keeping that cannot be followed.
package struct RetentionError: Error, Hashable, CustomStringConvertible {
    package enum Fault: Hashable, Sendable {
        case unknownPreset(String, known: [String])
        case presetForOthers(String, [RecordClass])
        case wrongAnchor(RetentionAnchor)
        case tooShort(least: Period)
        case notConfigurable
    }

    package let recordClass: RecordClass
    package let fault: Fault

    init(_ recordClass: RecordClass, _ fault: Fault) {
        self.recordClass = recordClass
        self.fault = fault
    }

    package var description: String {
        let name = recordClass.rawValue
        switch fault {
        case .unknownPreset(let preset, let known):
            return "there is no preset `\(preset)`; `\(name)` takes \(Self.list(known))"
        case .presetForOthers(let preset, let classes):
            let others = Self.list(classes.map(\.rawValue))
            return "the preset `\(preset)` is for \(others), not for `\(name)`"
        case .wrongAnchor(let anchor):
            let anchors = Self.list(recordClass.anchors.map(\.rawValue))
            return "`\(name)` is not counted from `\(anchor.rawValue)`; it takes \(anchors)"
        case .tooShort(let least):
            return "`\(name)` is kept for \(least.text) at least"
        case .notConfigurable:
            return "how long `\(name)` is kept is not for `retention` to say"
        }
    }

    private static func list(_ names: [String]) -> String {
        names.isEmpty ? "none" : names.map { "`\($0)`" }.joined(separator: ", ")
    }
}
