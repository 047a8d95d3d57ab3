/// As much of Markdown as checking links takes: fences, headings, inline links.
enum Markdown {
    /// The lines outside code fences.
    static func lines(of text: String) -> [(number: Int, text: Substring)] {
        var lines: [(number: Int, text: Substring)] = []
        var fence: Substring?
        let all = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in all.enumerated() {
            let content = line.drop { $0 == " " }
            if let open = fence {
                if content.hasPrefix(open) { fence = nil }
            } else if content.hasPrefix("```") || content.hasPrefix("~~~") {
                fence = content.prefix(3)
            } else {
                lines.append((index + 1, line))
            }
        }
        return lines
    }

    /// The targets of inline links, images and reference definitions, without their titles.
    static func targets(in line: Substring) -> [String] {
        let prose = withoutCode(line)
        var targets: [String] = []
        for opening in prose.ranges(of: "](") {
            targets.append(String(prose[opening.upperBound...].prefix { $0 != ")" && $0 != " " }))
        }
        if prose.hasPrefix("["), !prose.hasPrefix("[^"), let colon = prose.firstRange(of: "]: ") {
            targets.append(String(prose[colon.upperBound...].prefix { $0 != " " }))
        }
        return targets.map { $0.filter { $0 != "<" && $0 != ">" } }.filter { !$0.isEmpty }
    }

    /// The anchors GitHub gives to a text's headings; repeated ones are numbered.
    static func anchors(of text: String) -> Set<String> {
        var counts: [String: Int] = [:]
        var anchors: Set<String> = []
        for line in lines(of: text) where line.text.hasPrefix("#") {
            let anchor = slug(line.text.drop { $0 == "#" }.drop { $0 == " " })
            let count = counts[anchor, default: 0]
            counts[anchor] = count + 1
            anchors.insert(count == 0 ? anchor : "\(anchor)-\(count)")
        }
        return anchors
    }

    private static func slug(_ heading: Substring) -> String {
        var shown = ""
        var isTarget = false
        // Of `[text](target)` only the text is shown.
        for (index, character) in zip(heading.indices, heading) {
            if character == "(", heading[..<index].last == "]" { isTarget = true }
            if !isTarget { shown.append(character) }
            if character == ")" { isTarget = false }
        }
        return String(
            shown.lowercased().compactMap { character -> Character? in
                if character == " " { return "-" }
                let isKept = character.isLetter || character.isNumber || "-_".contains(character)
                return isKept ? character : nil
            }
        )
    }

    private static func withoutCode(_ line: Substring) -> String {
        var isCode = false
        return String(
            line.map { character -> Character in
                if character == "`" { isCode.toggle() }
                return isCode ? "`" : character
            }
        )
    }
}
