/// Every import of a module is in its entry of the table; test targets import as they like.
enum ImportRule {
    static func violations(in file: SourceFile) -> [Violation] {
        guard !isTestTarget(file), let module = file.module else { return [] }
        guard let entry = ModuleTable.entry(module) else {
            return [file.violation(1, "module \(module) has no entry in ModuleTable.swift")]
        }
        let inModule = file.path.split(separator: "/").dropFirst(2).joined(separator: "/")
        let allowed = entry.uses + entry.outside + (entry.exceptions[inModule] ?? [])
        return imports(of: file).compactMap { name, line -> Violation? in
            guard !(allowed + ModuleTable.free).contains(name) else { return nil }
            let list = allowed.isEmpty ? "nothing" : allowed.joined(separator: ", ")
            return file.violation(line, "\(module) imports \(name); allowed: \(list)")
        }
    }

    /// The table's own faults: a use of something that does not come before.
    static func faults(of table: [ModuleEntry]) -> [String] {
        table.indices.flatMap { index in
            let above = table[..<index]
            return table[index].uses.compactMap { use -> String? in
                let level = above.first { $0.name == use }?.level
                if let level, level <= table[index].level { return nil }
                return "\(table[index].name) uses \(use), which is not above it"
            }
        }
    }

    private static func isTestTarget(_ file: SourceFile) -> Bool {
        file.isTest && file.module?.hasSuffix("Tests") == true
    }

    private static func imports(of file: SourceFile) -> [(name: String, line: Int)] {
        let kinds = ["struct", "enum", "class", "func", "protocol", "typealias", "var", "let"]
        let words = file.words
        return words.indices.compactMap { index -> (name: String, line: Int)? in
            guard words[index].text == "import" else { return nil }
            let name = words[(index + 1)...].first { !kinds.contains($0.text) }
            return name.map { ($0.text, words[index].line) }
        }
    }
}
