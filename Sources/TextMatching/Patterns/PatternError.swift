/// Why a pattern was refused, and where in its source.
package struct PatternError: Error, Hashable, Sendable {
    package let reason: Reason
    /// UTF-8 bytes before the first character that is wrong.
    package let offset: Int

    package init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }

    /// The fact behind a refusal; a text in a payload is what the author wrote.
    package enum Reason: Hashable, Sendable {
        case size(Size)
        case repetition(Repetition)
        case group(Group)
        case list(List)
        case escape(Escape)
    }

    /// The pattern as a whole.
    package enum Size: Hashable, Sendable {
        case empty
        case tooLong(bytes: Int)
        case tooManyStates
        case nestedTooDeep
        case tooManyCaptures
    }

    /// What stands after the part it repeats.
    package enum Repetition: Hashable, Sendable {
        case ofNothing(String)
        case twice(String)
        case unreadable
        case tooLarge(String)
        case backwards(least: Int, most: Int)
    }

    /// What stands in parentheses.
    package enum Group: Hashable, Sendable {
        case notClosed
        case notOpened
        case unknown(String)
        case lookAround(String)
        case backreference(String)
        case nameSpelling(String)
        case nameTwice(String)
    }

    /// What stands in brackets.
    package enum List: Hashable, Sendable {
        case notClosed
        case empty
        case nested
        case rangeBackwards(String)
        case rangeOfMany(String)
    }

    /// Characters with a meaning of their own.
    package enum Escape: Hashable, Sendable {
        case anchor(String)
        case wordBoundary(String)
        case missing(String)
        case unknown(String)
        case unfinished
        case scalarUnreadable
        case categoryUnreadable
        case categoryUnknown(String)
    }
}
