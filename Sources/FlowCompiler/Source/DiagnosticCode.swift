/// The stable name of a kind of diagnostic, as printed in brackets after the sentence.
package enum DiagnosticCode: String, Sendable, Hashable, CaseIterable, Comparable {
    // Reading YAML
    case fileTooLarge = "file-too-large"
    case notUTF8 = "not-utf8"
    case invalidYAML = "invalid-yaml"
    case duplicateKey = "duplicate-key"
    case alias = "alias"
    case tag = "explicit-tag"
    case keyNotText = "key-not-text"
    case tooManyNodes = "too-many-nodes"
    case tooDeep = "too-deep"
    case wrongKind = "wrong-kind"
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case invalidName = "invalid-name"
    case invalidValue = "invalid-value"
    case exitCount = "exit-count"
    case actCount = "act-count"
    case misplacedKey = "misplaced-key"
    case invalidExpression = "invalid-expression"
    case invalidPattern = "invalid-pattern"
    case invalidTemplate = "invalid-template"

    // Names
    case fileName = "file-name"
    case duplicateFlow = "duplicate-flow"
    case unknownStep = "unknown-step"
    case unknownFlow = "unknown-flow"
    case unknownSlot = "unknown-slot"
    case unknownPurpose = "unknown-purpose"
    case unknownNotice = "unknown-notice"
    case unknownRight = "unknown-right"
    case unknownVendor = "unknown-vendor"
    case unknownPreset = "unknown-preset"
    case unknownWordSet = "unknown-word-set"
    case unknownLocale = "unknown-locale"
    case unknownOutcome = "unknown-outcome"
    case unknownParameter = "unknown-parameter"
    case unknownFunction = "unknown-function"
    case ambiguousName = "ambiguous-name"
    case missingArgument = "missing-argument"
    case missingOutcome = "missing-outcome"
    case missingFile = "missing-file"

    // Meaning
    case typeMismatch = "type-mismatch"
    case unreachableStep = "unreachable-step"
    case noWayOut = "no-way-out"
    case loopWithoutWait = "loop-without-wait"
    case recursiveCall = "recursive-call"
    case unusedSlot = "unused-slot"
    case unsetSlot = "unset-slot"
    case missingTranslation = "missing-translation"
    case unusedText = "unused-text"
    case unknownText = "unknown-text"
    case emptyText = "empty-text"
    case argumentMismatch = "argument-mismatch"
    case unknownArgument = "unknown-argument"
    case missingPluralCategory = "missing-plural-category"
    case textTooLong = "text-too-long"
    case labelTooLong = "label-too-long"
    case tooManyChoices = "too-many-choices"
    case silentQuestion = "silent-question"
    case ambiguousWord = "ambiguous-word"
    case shadowedByCommand = "shadowed-by-command"
    case ambiguousPattern = "ambiguous-pattern"
    case misplacedAct = "misplaced-act"
    case windowTooShort = "window-too-short"
    case missingCommandFlow = "missing-command-flow"
    case duplicateCommand = "duplicate-command"
    case erasureWithoutChoice = "erasure-without-choice"
    case claimedCommand = "claimed-command"
    case needlessClaim = "needless-claim"
    case ageNeverAsked = "age-never-asked"
    case needsExplicit = "needs-explicit"
    case singleOptIn = "single-opt-in"
    case missingVendor = "missing-vendor"
    case unusedVendor = "unused-vendor"
    case limitExceeded = "limit-exceeded"

    package var severity: Diagnostic.Severity {
        switch self {
        case .unreachableStep, .unusedSlot, .unusedText, .windowTooShort, .shadowedByCommand,
            .needlessClaim, .singleOptIn, .missingVendor, .unusedVendor:
            .warning
        default: .error
        }
    }

    package static func < (left: DiagnosticCode, right: DiagnosticCode) -> Bool {
        left.rawValue < right.rawValue
    }
}
