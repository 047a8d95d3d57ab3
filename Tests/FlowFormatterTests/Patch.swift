/// A unified difference, applied as `patch` does, but strictly: every line must be where it says.
struct Patch {
    struct Mismatch: Error {
        let line: Int
    }

    private let lines: [Substring]

    init(_ difference: String) {
        lines = Self.lines(difference)
    }

    func applied(to text: String) throws -> String {
        let before = Self.lines(text)
        var after: [Substring] = []
        var next = 0
        for (index, line) in lines.enumerated() {
            let body = line.dropFirst()
            let isOpenEnded =
                index + 1 < lines.count && lines[index + 1].hasPrefix("\\ No newline")
            let content = isOpenEnded ? Self.withoutLineFeed(body) : body
            if line.hasPrefix("--- ") || line.hasPrefix("+++ ") || line.hasPrefix("\\ ") {
                continue
            } else if line.hasPrefix("@@ -") {
                let numbers = Self.numbers(in: line)
                guard numbers.count == 4 else { throw Mismatch(line: index) }
                // Of no lines, the header names the one before them.
                let place = numbers[0] - (numbers[1] > 0 ? 1 : 0)
                guard next...before.count ~= place else { throw Mismatch(line: index) }
                after += before[next..<place]
                next = place
                guard after.count == numbers[2] - (numbers[3] > 0 ? 1 : 0) else {
                    throw Mismatch(line: index)
                }
            } else if line.hasPrefix("+") {
                after.append(content)
            } else {
                guard next < before.count, before[next].utf8.elementsEqual(content.utf8) else {
                    throw Mismatch(line: index)
                }
                if line.hasPrefix(" ") { after.append(content) }
                next += 1
            }
        }
        return (after + before[next...]).joined()
    }

    private static func numbers(in header: Substring) -> [Int] {
        header.split { !$0.isNumber }.compactMap { Int($0) }
    }

    private static func withoutLineFeed(_ line: Substring) -> Substring {
        line.utf8.last == 0x0A ? Substring(line.unicodeScalars.dropLast()) : line
    }

    private static func lines(_ text: String) -> [Substring] {
        var lines: [Substring] = []
        var start = text.utf8.startIndex
        while let end = text.utf8[start...].firstIndex(of: 0x0A) {
            let next = text.utf8.index(after: end)
            lines.append(text[start..<next])
            start = next
        }
        if start < text.utf8.endIndex { lines.append(text[start...]) }
        return lines
    }
}
