import FlowCompiler
import ModelChecker
import Testing

/// A small change of the shipped workspace: one that breaks a property, or one that comes close to
/// it and is lawful.
///
/// There is none for V4: the ledger lifts no refusal and no withdrawal without a request and a
/// later confirmation, whatever a flow says. Nor for C1: giving consent takes two replies at
/// least, and two STOPs at most withdraw it, under every `opt-out`. V13 and V14 compare two
/// programs.
struct SeededDefect: Sendable, CustomTestStringConvertible {
    enum Expected: Sendable {
        /// The step that is to blame, and what the sentence about it says.
        case finding(String, String, says: String)
        /// The compiler refuses it.
        case diagnostic(DiagnosticCode)
        case nothing
    }

    let property: PropertyID
    let name: String
    /// The purpose whose conversations show it; one is enough, and takes less time than all.
    let purpose: String
    let edits: [Edit]
    let expected: Expected

    init(
        _ property: PropertyID,
        _ name: String,
        through purpose: String,
        _ edits: [Edit],
        _ expected: Expected
    ) {
        self.property = property
        self.name = name
        self.purpose = purpose
        self.edits = edits
        self.expected = expected
    }

    static let all: [SeededDefect] = consent + asking + turns + texts + slots

    /// Properties that no change of one workspace can break.
    static let unbreakable: Set<PropertyID> = [
        .withdrawalIsMonotone, .withdrawingIsAsEasy, .safeForLiveSessions, .newTermsNewNotice,
    ]

    static let defects: [SeededDefect] = all.filter { !$0.isLawful }
    static let lawful: [SeededDefect] = all.filter(\.isLawful)

    var isLawful: Bool {
        if case .nothing = expected { true } else { false }
    }

    var testDescription: String { "\(property.rawValue): \(name)" }
}

extension SeededDefect {
    /// A text of one file and what stands there instead.
    struct Edit: Sendable {
        enum File: Sendable {
            case settings
            case flow(String)
            /// The texts of a flow in a language, or those that every flow may use.
            case texts(String, String?)

            var path: String {
                switch self {
                case .settings: "parley.yaml"
                case .flow(let name): "flows/\(name).yaml"
                case .texts(let locale, let flow?): "locales/\(locale)/\(flow).yaml"
                case .texts(let locale, nil): "locales/\(locale).yaml"
                }
            }
        }

        let file: File
        let old: String
        let new: String
        /// How often the text stands in the file; all of them are replaced.
        let times: Int

        init(_ file: File, _ old: String, _ new: String, times: Int = 1) {
            self.file = file
            self.old = old
            self.new = new
            self.times = times
        }

        /// The same in the texts of every language.
        static func inEveryLanguage(
            _ flow: String?,
            _ old: String,
            _ new: String,
            times: Int
        ) -> [Edit] {
            ["en", "de", "fr", "es", "pl", "ar"].map { locale in
                Edit(.texts(locale, flow), old, new, times: times)
            }
        }

        /// The menu's goodbye made of many steps, which all begin with the same words.
        static func farewell(of steps: Int, _ beginning: String) -> Edit {
            let chain = (1..<steps).map { step in
                "  farewell-\(step): { \(beginning)then: farewell-\(step + 1) }\n"
            }
            return Edit(
                .flow("order-updates"),
                "  goodbye: { say: goodbye, end: done }",
                "  goodbye: { then: farewell-1 }\n\(chain.joined())"
                    + "  farewell-\(steps): { say: goodbye, end: done }"
            )
        }
    }
}
