/// A regular expression a reply is compared with, matched in time linear in the text.
///
/// A pattern always takes the whole text, scalar by scalar; the caller trims white space and
/// brings the text to one normal form (patterns as written by authors are usually NFC). Case does
/// not count unless asked for: letters compare by simple case folding.
///
/// - `a` takes the character; ``\ ^ $ . | ? * + ( ) [ ] { }`` need a `\` before them.
/// - `.` takes any scalar, line breaks too.
/// - `[a-z0-9_äö]` takes one of those listed, `[^…]` one not listed; escapes work inside.
/// - `\d` is Nd; `\w` letters, marks, Nd and `_`; `\s` White_Space; `\D \W \S` the others.
/// - `\p{L}` is a general category by one or two letters, `\P{Lu}` the others.
/// - `\n \r \t` are control characters, `\u{1F600}` the scalar of that number.
/// - `( )` and `(?: )` group.
/// - `(?<name> )` groups and captures its part of the text, the last time it took part.
/// - `a|b` takes either.
/// - `* + ? {m} {m,} {m,n}` repeat as often as possible; with `?` after them, as rarely.
///
/// There are no backreferences, which no linear engine has, no look-around, which would leave
/// two patterns without a plain product to compare them by, and no anchors, because there is
/// nothing outside the text. Limits are in ``PatternLimits``; a text over
/// ``PatternLimits/textScalars`` is never taken.
package struct Pattern: Sendable {
    package let source: String
    package let caseSensitive: Bool
    /// The named groups from left to right.
    package let captureNames: [String]
    let program: PatternProgram

    package init(_ source: String, caseSensitive: Bool = false) throws(PatternError) {
        let parsed = try PatternParser.parse(source, caseSensitive: caseSensitive)
        self.source = source
        self.caseSensitive = caseSensitive
        captureNames = parsed.captureNames
        program = PatternCompiler.compile(parsed.node, captureCount: parsed.captureNames.count)
    }

    /// States of the automaton; a match enters each at most once per scalar and once more.
    package var stateCount: Int { program.states.count }

    /// Whether it takes all of `text`.
    package func matches(_ text: String) -> Bool {
        guard let scalars = Self.scalars(of: text) else { return false }
        var simulation = PatternSimulation(program)
        return simulation.takes(scalars)
    }

    /// What the named groups hold if it takes all of `text`, else `nil`.
    package func wholeMatch(_ text: String) -> PatternMatch? {
        guard matches(text) else { return nil }
        guard !captureNames.isEmpty else { return PatternMatch(captures: []) }
        guard let scalars = Self.scalars(of: text) else { return nil }
        var simulation = CaptureSimulation(program)
        guard let ranges = simulation.captures(in: scalars) else { return nil }
        let captures = zip(captureNames, ranges).compactMap { name, range in
            range.map { range in
                var text = String.UnicodeScalarView()
                text.append(contentsOf: scalars[range])
                return PatternMatch.Capture(name: name, text: String(text))
            }
        }
        return PatternMatch(captures: captures)
    }

    /// How many states are entered to answer `matches`, or to find the captures: the work done.
    package func stepCount(for text: String, capturing: Bool = false) -> Int {
        guard let scalars = Self.scalars(of: text) else { return 0 }
        if capturing {
            var simulation = CaptureSimulation(program)
            _ = simulation.captures(in: scalars)
            return simulation.stepCount
        }
        var simulation = PatternSimulation(program)
        _ = simulation.takes(scalars)
        return simulation.stepCount
    }

    /// Whether some text is taken by both, and a shortest such text.
    ///
    /// `.unknown` is given only when `pairLimit` pairs of states did not suffice.
    package func intersection(
        with other: Pattern,
        pairLimit: Int = PatternLimits.pairs
    ) -> PatternIntersection {
        var product = PatternProduct(program, other.program, pairLimit: pairLimit)
        return product.shortest()
    }

    /// A shortest text it takes; `nil` if it takes none, such as `[^\s\S]`.
    package func example() -> String? {
        var product = PatternProduct(
            program,
            .anything,
            pairLimit: PatternLimits.states * 3
        )
        guard case .both(let example) = product.shortest() else { return nil }
        return example
    }

    /// `nil` for a text over the limit, found without walking all of it.
    private static func scalars(of text: String) -> [Unicode.Scalar]? {
        let scalars = Array(text.unicodeScalars.prefix(PatternLimits.textScalars + 1))
        return scalars.count <= PatternLimits.textScalars ? scalars : nil
    }
}

extension Pattern: Hashable {
    // Byte by byte: canonically equal sources are equal strings but different automata.
    package static func == (left: Pattern, right: Pattern) -> Bool {
        left.caseSensitive == right.caseSensitive
            && left.source.utf8.elementsEqual(right.source.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(caseSensitive)
        for byte in source.utf8 { hasher.combine(byte) }
    }
}
