/// What is wrong with a message's text, and where.
package struct TemplateError: Error, Hashable, Sendable {
    package enum Problem: Hashable, Sendable {
        case tooLong(bytes: Int)
        case tooDeep
        case tooManyArguments
        case controlCharacter(Unicode.Scalar)
        case unclosedQuote
        case loneBrace
        case unclosedArgument(String)
        case missingName
        case badName(String)
        case unknownType(String)
        case unknownStyle(type: String, style: String)
        case unexpected(String, afterArgument: String)
        case missingCases(argument: String)
        case badOffset(String)
        case badKey(String)
        case unknownCategory(String)
        case repeatedCase(String)
        case caseWithoutText(String)
        case missingOther(argument: String)
    }

    package let problem: Problem
    /// UTF-8 bytes before the place, in the message's text.
    package let offset: Int

    package init(_ problem: Problem, offset: Int) {
        self.problem = problem
        self.offset = offset
    }

    /// One sentence: what is wrong and what to write instead.
    package var message: String {
        switch problem {
        case .tooLong(let bytes):
            "the text has \(bytes) bytes; keep it to \(TemplateLimits.bytes)"
        case .tooDeep:
            "choices are nested more than \(TemplateLimits.depth) deep; split the text in two"
        case .tooManyArguments:
            "the text has more than \(TemplateLimits.arguments) arguments; split it in two"
        case .controlCharacter(let scalar):
            "the control character U+\(Self.hex(scalar)) cannot be in a text; delete it"
        case .unclosedQuote:
            "the quote opened by `'` never closes; add a `'`, or write `''` for an apostrophe"
        case .loneBrace:
            "this `}` closes nothing; delete it, or write `'}'` for a brace in the text"
        case .unclosedArgument(let name):
            "`{\(name)` never closes; add a `}`, or write `'{'` for a brace in the text"
        case .missingName:
            "`{` is not followed by a name; name an argument as in `{name}`, or write `'{'` for "
                + "a brace in the text"
        case .badName(let name):
            "`\(name)` cannot name an argument; use letters, digits and `_`, with `-` or `.` "
                + "only inside"
        case .unknownType(let type):
            "`\(type)` is not a type of argument; use `number`, `date`, `duration`, `plural`, "
                + "`selectordinal` or `select`"
        case .unknownStyle(let type, let style):
            Self.unknownStyle(type, style)
        case .unexpected(let text, let name):
            "`\(text)` cannot follow `\(name)` here; close the argument with `}`, or give its "
                + "type after a comma"
        case .missingCases(let name):
            "the choice on `\(name)` has no cases; add at least `other {…}`"
        case .badOffset(let text):
            "`\(text)` is not an offset; write a whole number as in `offset:1`"
        case .badKey(let text):
            "`\(text)` cannot be a case; write a word or a number as in `=1`, then its text "
                + "in braces"
        case .unknownCategory(let word):
            "`\(word)` is not a plural category; use `zero`, `one`, `two`, `few`, `many`, "
                + "`other`, or a number as in `=1`"
        case .repeatedCase(let key):
            "the case `\(key)` is there twice; delete one"
        case .caseWithoutText(let key):
            "the case `\(key)` has no text; add it in braces as in `\(key) {…}`"
        case .missingOther(let name):
            "the choice on `\(name)` has no `other` case; add `other {…}`"
        }
    }

    private static func unknownStyle(_ type: String, _ style: String) -> String {
        let known =
            type == "number"
            ? "use `integer` or `percent`, or nothing"
            : type == "date" ? "use `short`, `medium` or `long`" : "delete the style"
        return "`\(style)` is not a style of `\(type)`; \(known)"
    }

    private static func hex(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
}

/// What a message's text may hold.
package enum TemplateLimits {
    package static let bytes = 10_000
    /// Choices within choices.
    package static let depth = 8
    /// Places that name an argument, choices included.
    package static let arguments = 100
    /// What an error quotes of the text, in Unicode scalars.
    package static let quotedScalars = 40
}
