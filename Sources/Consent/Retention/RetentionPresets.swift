import Clocks

/// The rules that Parley ships, by the name of what they rest on.
struct RetentionPresets: Sendable {
    /// In the order of the file; a preset has one rule for each class it is meant for.
    let rules: [RetentionRule]

    static let standard: RetentionPresets = {
        do throws(RetentionPresetError) {
            return try RetentionPresets(
                String(decoding: PackageResources.retention_presets_txt, as: UTF8.self)
            )
        } catch {
            preconditionFailure("retention-presets.txt: \(error)")
        }
    }()

    /// Each once, in the order of the file.
    var names: [String] {
        var names: [String] = []
        for name in rules.compactMap(\.presetName) where names.last != name { names.append(name) }
        return names
    }

    func rules(named name: String) -> [RetentionRule] {
        rules.filter { $0.presetName == name }
    }

    init(_ text: String) throws(RetentionPresetError) {
        var rules: [RetentionRule] = []
        var sections: [[TableEntry]] = []
        for entry in TableEntry.read(text) {
            if entry.isHeading {
                sections.append([entry])
            } else if sections.isEmpty || entry.value.isEmpty {
                throw RetentionPresetError(line: entry.line, text: String(entry.key))
            } else {
                sections[sections.count - 1].append(entry)
            }
        }
        for section in sections {
            let added = try Self.rules(of: section)
            if let name = added.first?.presetName, rules.contains(where: { $0.presetName == name })
            {
                throw RetentionPresetError(line: section[0].line, text: name)
            }
            rules += added
        }
        self.rules = rules
    }

    private static func rules(
        of section: [TableEntry]
    ) throws(RetentionPresetError) -> [RetentionRule] {
        let heading = section[0]
        func unreadable(_ entry: TableEntry) -> RetentionPresetError {
            RetentionPresetError(line: entry.line, text: "\(entry.key): \(entry.value)")
        }
        func value(_ key: String) throws(RetentionPresetError) -> TableEntry {
            let found = section.filter { $0.key == key }
            guard found.count == 1 else {
                throw RetentionPresetError(line: heading.line, text: key)
            }
            return found[0]
        }
        let known = ["keep", "since", "source", "reason"]
        if let other = section.dropFirst().first(where: { !known.contains(String($0.key)) }) {
            throw unreadable(other)
        }
        guard heading.headingWords.count == 1 else { throw unreadable(heading) }
        let since = try value("since")
        guard let date = CalendarDate(since.value) else { throw unreadable(since) }
        let citation = try value("source").value
        let reason = try value("reason").value
        var rules: [RetentionRule] = []
        for entry in section where entry.key == "keep" {
            guard let term = Term(entry.value) else { throw unreadable(entry) }
            rules.append(
                RetentionRule(
                    recordClass: term.recordClass,
                    keep: term.keep,
                    from: term.from,
                    countsFromYearEnd: term.countsFromYearEnd,
                    presetName: heading.headingWords[0],
                    since: date,
                    citation: citation,
                    reason: reason
                )
            )
        }
        guard !rules.isEmpty else { throw unreadable(heading) }
        return rules
    }

    /// `consent-proof 3 years from last-use, year-end`.
    private struct Term {
        let recordClass: RecordClass
        var keep: Period?
        var from: RetentionAnchor
        var countsFromYearEnd = false

        init?(_ text: String) {
            let parts = TableEntry.list(text)
            let words = parts[0].split(separator: " ")
            guard let recordClass = words.first.flatMap({ RecordClass(rawValue: String($0)) }),
                let anchor = recordClass.anchors.first, parts.count <= 2
            else { return nil }
            self.recordClass = recordClass
            from = anchor
            if parts.count == 2 {
                guard parts[1] == "year-end" else { return nil }
                countsFromYearEnd = true
            }
            let term = words.dropFirst().joined(separator: " ")
            if term == (anchor == .declared ? "until declared" : "no end") { return }
            guard words.count == 5, words[3] == "from",
                let keep = Period("\(words[1]) \(words[2])"),
                let from = RetentionAnchor(rawValue: String(words[4])),
                recordClass.anchors.contains(from)
            else { return nil }
            self.keep = keep
            self.from = from
        }
    }
}

/// A line of the presets that cannot be read.
struct RetentionPresetError: Error, Hashable, CustomStringConvertible {
    /// Counted from 1.
    let line: Int
    let text: String

    var description: String { "line \(line): `\(text)` is missing, repeated or cannot be read" }
}
