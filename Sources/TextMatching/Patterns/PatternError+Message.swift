extension PatternError {
    /// One sentence for the author: what is wrong and what to write instead.
    package var message: String {
        switch reason {
        case .size(let fact): fact.message
        case .repetition(let fact): fact.message
        case .group(let fact): fact.message
        case .list(let fact): fact.message
        case .escape(let fact): fact.message
        }
    }
}

extension PatternError.Size {
    fileprivate var message: String {
        switch self {
        case .empty:
            "an empty pattern takes no reply: write the form a reply has, or `.*` for any"
        case .tooLong(let bytes):
            """
            a pattern of \(bytes) bytes is over the limit of \(PatternLimits.sourceBytes): \
            split it into several
            """
        case .tooManyStates:
            """
            the repetitions multiply to more than \(PatternLimits.states) states: \
            use smaller bounds, or `*` and `+`
            """
        case .nestedTooDeep:
            "groups are nested deeper than \(PatternLimits.nesting): write the pattern flatter"
        case .tooManyCaptures:
            "more than \(PatternLimits.captures) groups have names: drop those no slot needs"
        }
    }
}

extension PatternError.Repetition {
    fileprivate var message: String {
        switch self {
        case .ofNothing(let written):
            """
            nothing stands before `\(written)` to repeat: \
            write `\\\(written)` for the character itself
            """
        case .twice(let written):
            "`\(written)` follows another repetition: put the part before it in `(…)`"
        case .unreadable:
            "a repetition is `{2}`, `{2,}` or `{2,5}`: write `\\{` for the character itself"
        case .tooLarge(let written):
            """
            `\(written)` repeats more than \(PatternLimits.repetitions) times: \
            use a smaller bound, or `*` and `+`
            """
        case .backwards(let least, let most):
            "`{\(least),\(most)}` has its larger number first: write `{\(most),\(least)}`"
        }
    }
}

extension PatternError.Group {
    fileprivate var message: String {
        switch self {
        case .notClosed:
            "this `(` is never closed: add `)`, or write `\\(` for the character itself"
        case .notOpened:
            "this `)` closes nothing: remove it, or write `\\)` for the character itself"
        case .unknown(let written):
            "`\(written)` opens no known group: use `(…)`, `(?:…)` or `(?<name>…)`"
        case .lookAround(let written):
            """
            `\(written)` looks around, which cannot be matched in one pass over the text: \
            write out what the whole reply may be
            """
        case .backreference(let written):
            """
            `\(written)` refers back to a group, which cannot be matched in one pass \
            over the text: give each part its own name and compare the slots
            """
        case .nameSpelling(let written):
            """
            `\(written)` cannot name a group: use lowercase letters, digits and `-`, \
            starting with a letter
            """
        case .nameTwice(let written):
            "`\(written)` already names a group: give this one another name"
        }
    }
}

extension PatternError.List {
    fileprivate var message: String {
        switch self {
        case .notClosed:
            "this `[` is never closed: add `]`, or write `\\[` for the character itself"
        case .empty:
            "`[` and `]` have nothing between them: write `\\]` for the character itself"
        case .nested:
            "`[` cannot stand inside `[…]`: write `\\[` for the character itself"
        case .rangeBackwards(let written):
            "`\(written)` ends before it starts: swap its two ends"
        case .rangeOfMany(let written):
            """
            `\(written)` is more than one character and cannot end a range: \
            write `\\-` for the hyphen itself
            """
        }
    }
}

extension PatternError.Escape {
    fileprivate var message: String {
        switch self {
        case .anchor(let written):
            "patterns always take the whole text, so `\(written)` is not needed: remove it"
        case .wordBoundary(let written):
            """
            `\(written)` looks around, which cannot be matched in one pass over the text: \
            write the separator itself, such as `\\s`
            """
        case .missing(let written):
            "`\(written)` has no partner: write `\\\(written)` for the character itself"
        case .unknown(let written):
            """
            `\(written)` has no meaning: `\\` goes before punctuation or one of \
            `d D w W s S p P n r t u`
            """
        case .unfinished:
            "the pattern ends after `\\`: write `\\\\` for the character itself"
        case .scalarUnreadable:
            """
            a character by its number is `\\u{1F600}`: one to six hexadecimal digits, \
            at most 10FFFF and no surrogate
            """
        case .categoryUnreadable:
            "a category is written in braces: use `\\p{L}` or `\\P{Lu}`"
        case .categoryUnknown(let written):
            "`\(written)` is not a Unicode general category: use one such as `L`, `Lu` or `Nd`"
        }
    }
}
