/// Relative links of the documentation lead to files, and their anchors to headings.
struct LinkRule {
    /// Markdown texts by their path.
    let documents: [String: String]
    let exists: (String) -> Bool

    func violations() -> [Violation] {
        documents.sorted { $0.key < $1.key }.flatMap { path, text in
            Markdown.lines(of: text).flatMap { line in
                Markdown.targets(in: line.text).compactMap { target in
                    fault(of: target, from: path).map {
                        Violation(path: path, line: line.number, message: "`\(target)`: \($0)")
                    }
                }
            }
        }
    }

    private func fault(of target: String, from path: String) -> String? {
        if target.contains("://") || target.hasPrefix("mailto:") { return nil }
        let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let file = parts[0].isEmpty ? path : resolve(parts[0], from: path)
        guard let file else { return "leads out of the repository" }
        guard documents[file] != nil || exists(file) else { return "no such file" }
        guard parts.count == 2, let text = documents[file] else { return nil }
        return Markdown.anchors(of: text).contains(String(parts[1])) ? nil : "no such heading"
    }

    private func resolve(_ target: Substring, from path: String) -> String? {
        var folders = path.split(separator: "/").dropLast()
        guard !target.hasPrefix("/") else { return nil }
        for part in target.split(separator: "/") where part != "." {
            if part != ".." {
                folders.append(part)
            } else if folders.popLast() == nil {
                return nil
            }
        }
        return folders.joined(separator: "/")
    }
}
