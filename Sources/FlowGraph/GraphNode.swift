package import Consent
package import FlowProgram

/// A box of a graph: a step, or a word the flow ends with.
package struct GraphNode: Hashable, Sendable {
    /// What a box stands for.
    package enum Place: Hashable, Sendable {
        case step(StepIndex)
        /// By its place in `Flow.outcomes`.
        case end(outcome: Int)
    }

    /// What a box does, as its caption says.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case says, asks, chooses, waits, branches, calls, random, ends
        /// Sets slots or acts, says nothing, and goes on.
        case acts
        /// A word the flow ends with.
        case outcome
    }

    package let place: Place
    /// The step's name, or the outcome's word.
    package let name: String
    /// The line of the step in its file; `nil` for an outcome.
    package let line: Int?
    package let kind: Kind
    /// What the step does on entry, then what it asks for or calls, in order.
    package let facts: [GraphFact]
    /// Where consent may stand while a conversation is here, in the order of `ConsentState`.
    package let consent: [ConsentState]
    /// The flow a step calls.
    package let calls: FlowIndex?
    package let isMarked: Bool

    package init(
        place: Place,
        name: String,
        line: Int?,
        kind: Kind,
        facts: [GraphFact],
        consent: [ConsentState],
        calls: FlowIndex?,
        isMarked: Bool
    ) {
        self.place = place
        self.name = name
        self.line = line
        self.kind = kind
        self.facts = facts
        self.consent = consent
        self.calls = calls
        self.isMarked = isMarked
    }
}

/// One line of what a step does.
package enum GraphFact: Hashable, Sendable {
    /// The first line of a text, in the source locale.
    case says(String)
    /// Anything else, in the words of the flow language: `for newsletter`, `request newsletter`.
    case does(String)

    /// All of it, on one line.
    package var text: String {
        switch self {
        case .says(let text): "“\(text)”"
        case .does(let text): text
        }
    }

    /// As it stands in a box: the quotation marks stay where a text is cut.
    var lines: [String] {
        let words: String
        let (open, close): (String, String)
        switch self {
        case .says(let text): (words, open, close) = (text, "“", "”")
        case .does(let text): (words, open, close) = (text, "", "")
        }
        var lines = Wrapping.lines(
            of: words,
            columns: Wrapping.boxColumns,
            limit: Wrapping.boxLines
        )
        guard let last = lines.indices.last else { return [open + close] }
        lines[0] = open + lines[0]
        lines[last] += close
        return lines
    }
}
