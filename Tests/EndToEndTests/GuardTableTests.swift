import Foundation
import Testing

/// The table that `scripts/mutate-guards` works through must fit the sources, or it proves nothing.
struct GuardTableTests {
    struct Row {
        let name: String
        var file = ""
        var old: [String] = []
        var new: [String] = []
    }

    @Test(
        "every guard in the table stands in its file exactly once, and is changed by its mutation"
    )
    func everyGuardIsFound() throws {
        let rows = try Self.rows()
        #expect(rows.count > 50)
        for row in rows {
            let path = Programs.repository.appendingPathComponent(row.file)
            let source = try String(contentsOf: path, encoding: .utf8)
            let text = row.old.joined(separator: "\n")
            #expect(!text.isEmpty, "`\(row.name)` takes nothing out")
            #expect(source.ranges(of: text).count == 1, "`\(row.name)` in \(row.file)")
            #expect(row.old != row.new, "`\(row.name)` changes nothing")
        }
    }

    @Test("no two guards have one name")
    func namesAreDistinct() throws {
        let names = try Self.rows().map(\.name)
        #expect(Set(names).count == names.count)
    }

    private static func rows() throws -> [Row] {
        let path = Programs.repository.appendingPathComponent("scripts/guards.txt")
        var rows: [Row] = []
        for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n") {
            let line = String(line)
            if line.hasPrefix("guard: ") {
                rows.append(Row(name: String(line.dropFirst(7))))
                continue
            }
            guard !rows.isEmpty, !line.hasPrefix("#") else { continue }
            let last = rows.count - 1
            if line.hasPrefix("file: ") {
                rows[last].file = String(line.dropFirst(6))
            } else if line.hasPrefix("- ") {
                rows[last].old.append(String(line.dropFirst(2)))
            } else if line.hasPrefix("+") {
                rows[last].new.append(String(line.dropFirst(2)))
            }
        }
        return rows
    }
}
