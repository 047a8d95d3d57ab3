import Consent

/// Reports periods and presets that cannot be followed.
///
/// `unknown-preset`: no preset has the name, or none of that name is for the class.
/// `invalid-value`: a period that is too short for what rests on it, or counts from what the class
/// does not have.
enum RetentionCheck {
    static func run(_ workspace: Workspace, _ diagnostics: inout Diagnostics) {
        for rule in workspace.settings.retention {
            do throws(RetentionError) {
                _ = try RetentionPolicy(overrides: [rule.recordClass: rule.override])
            } catch {
                report(error, of: rule, &diagnostics)
            }
        }
    }

    private static func report(
        _ error: RetentionError,
        of rule: RetentionSyntax,
        _ diagnostics: inout Diagnostics
    ) {
        let names = RetentionPolicy.presetNames(for: rule.recordClass)
        let code: DiagnosticCode
        var help: String?
        switch error.fault {
        case .unknownPreset(let name, _):
            code = .unknownPreset
            help = Suggestion.help(for: name, among: names)
        case .presetForOthers:
            code = .unknownPreset
            help = "presets for it: \(names.quotedList("and"))"
        case .wrongAnchor, .tooShort, .notConfigurable: code = .invalidValue
        }
        diagnostics.report(
            code,
            at: rule.place(of: error.fault),
            error.description,
            help: help
        )
    }
}

extension RetentionSyntax {
    var override: RetentionOverride {
        switch rule {
        case .keep(let period, let from, let because):
            .keep(period.value, from: from?.value, because: because)
        case .preset(let name): .preset(name.value)
        }
    }

    fileprivate func place(of fault: RetentionError.Fault) -> SourceSpan {
        switch (rule, fault) {
        case (.keep(_, let from?, _), .wrongAnchor): from.span
        case (.keep(let period, _, _), _): period.span
        case (.preset(let name), _): name.span
        }
    }
}
