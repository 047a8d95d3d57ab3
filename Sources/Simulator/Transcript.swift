package import Clocks
package import MessageCatalog

/// A conversation as text: REPL sessions, tests, counterexamples and bug reports share this form.
///
/// ```
/// flow order-updates · locale de · at 2026-03-01T09:00:00.000Z
/// > hallo
/// < Möchten Sie …?
///   [accept] Ja, gern
/// tap accept
///   consent order-updates: unknown → requested
/// ```
package struct Transcript: Hashable, Sendable {
    package struct Header: Hashable, Sendable {
        package var flow: String?
        package var locale: LocaleTag?
        package var contact: String?
        /// `nil` is the workspace's first.
        package var channel: String?
        package var start: Timestamp
        package var seed: UInt64

        package static let defaultStart = Timestamp(milliseconds: 1_772_355_600_000)

        package init(
            flow: String?,
            locale: LocaleTag?,
            contact: String? = nil,
            channel: String? = nil,
            start: Timestamp = Header.defaultStart,
            seed: UInt64 = 1
        ) {
            self.flow = flow
            self.locale = locale
            self.contact = contact
            self.channel = channel
            self.start = start
            self.seed = seed
        }

        package var line: String {
            var fields: [String] = []
            if let flow { fields.append("flow \(flow)") }
            if let locale { fields.append("locale \(locale.text)") }
            if let contact { fields.append("contact \(contact)") }
            if let channel { fields.append("channel \(channel)") }
            fields.append("at \(start.text)")
            if seed != 1 { fields.append("seed \(seed)") }
            return fields.joined(separator: " · ")
        }
    }

    package struct Entry: Hashable, Sendable {
        package let action: ChatAction
        /// From 1.
        package let line: Int
        /// Comment and blank lines before the action, kept when a transcript is rewritten.
        package let comments: [String]
        package let expected: [String]
    }

    package var header: Header
    package var comments: [String]
    package var entries: [Entry]
}

/// Why a transcript cannot be read.
package struct TranscriptError: Error, Hashable, Sendable {
    /// From 1.
    package let line: Int
    package let sentence: String
}

extension Transcript {
    /// The largest transcript that is read, in bytes.
    package static let longestText = 1 << 20

    package init(parsing text: String) throws(TranscriptError) {
        guard text.utf8.count <= Self.longestText else {
            throw TranscriptError(line: 1, sentence: "the transcript is larger than 1 MiB")
        }
        var reader = TranscriptReader()
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (place, line) in lines.enumerated() {
            try reader.read(String(line), number: place + 1)
        }
        self = try reader.finish(after: lines.count)
    }
}

/// Collects a transcript line by line.
private struct TranscriptReader {
    private var header: Transcript.Header?
    private var opening: [String] = []
    private var comments: [String] = []
    private var entries: [Transcript.Entry] = []
    private var action: (action: ChatAction, line: Int, comments: [String])?
    private var expected: [String] = []

    mutating func read(_ line: String, number: Int) throws(TranscriptError) {
        if line.isEmpty || line.hasPrefix("#") {
            if header == nil { opening.append(line) } else { comments.append(line) }
            return
        }
        guard header != nil else {
            header = try Self.header(line, number)
            return
        }
        if line.hasPrefix("| "), case .say(let text)? = action?.action, expected.isEmpty {
            action?.action = .say("\(text)\n\(line.dropFirst(2))")
            return
        }
        if let next = ChatAction(line: line) {
            close()
            action = (next, number, comments)
            comments = []
            return
        }
        guard action != nil, line.first.map({ "<| x!".contains($0) }) ?? false else {
            throw TranscriptError(
                line: number,
                sentence: "`\(line)` is neither an action nor something that can come of one"
            )
        }
        expected.append(line)
    }

    mutating func finish(after count: Int) throws(TranscriptError) -> Transcript {
        guard let header else {
            throw TranscriptError(
                line: max(1, count),
                sentence: "a transcript begins with a line such as `flow help · locale en`"
            )
        }
        close()
        return Transcript(header: header, comments: opening, entries: entries)
    }

    private mutating func close() {
        if let action {
            entries.append(
                Transcript.Entry(
                    action: action.action,
                    line: action.line,
                    comments: action.comments,
                    expected: expected
                )
            )
        }
        action = nil
        expected = []
    }

    private static func header(
        _ line: String,
        _ number: Int
    ) throws(TranscriptError) -> Transcript.Header {
        var header = Transcript.Header(flow: nil, locale: nil)
        for field in line.split(separator: "·") {
            let words = field.split(separator: " ", maxSplits: 1).map(String.init)
            let value = words.count > 1 ? words[1].trimmed : ""
            switch (words.first, value) {
            case ("flow", let name) where !name.isEmpty: header.flow = name
            case ("contact", let address) where !address.isEmpty: header.contact = address
            case ("channel", let name) where !name.isEmpty: header.channel = name
            case ("locale", let tag) where LocaleTag(tag) != nil: header.locale = LocaleTag(tag)
            case ("seed", let seed) where UInt64(seed) != nil: header.seed = UInt64(seed) ?? 1
            case ("at", let text):
                guard let time = Timestamp(text) else { fallthrough }
                header.start = time
            default:
                throw TranscriptError(
                    line: number,
                    sentence: "`\(field.trimmed)` is no field of a transcript's first line; "
                        + "use flow, locale, contact, channel, at, seed"
                )
            }
        }
        return header
    }
}

extension StringProtocol {
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
