/// Reads the table of functions in README.md, and looks them up.
enum WalkRule {
    struct Row: Equatable {
        let file: String
        /// `Type.function`.
        let function: String
    }

    /// The table's rows whose second column is a Swift file.
    static func rows(in page: String) -> [Row] {
        page.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|").map { cell in
                cell.filter { $0 != "`" && $0 != " " }
            }
            guard cells.count >= 4, cells[1].hasSuffix(".swift") else { return nil }
            return Row(file: cells[1], function: cells[2])
        }
    }

    /// Whether a file names the type and declares the function.
    static func declares(_ function: String, in source: String) -> Bool {
        let parts = function.split(separator: ".")
        guard parts.count == 2 else { return false }
        let declaration = "func \(parts[1])("
        let keywords = ["struct ", "class ", "enum ", "extension ", "protocol "]
        return source.contains(declaration)
            && keywords.contains { source.contains("\($0)\(parts[0])") }
    }
}
