import FlowCompiler
import FlowProgram
import Foundation
import ModelChecker
import Simulator
import Testing

/// What breaks a property in a shipped flow is found where it is, and what only comes close to it
/// is not.
struct SeededDefectTests {
    private let outcomes = SeededDefect.Outcomes.shared

    @Test(arguments: SeededDefect.defects)
    func `a defect is found in the step that has it`(_ defect: SeededDefect) async throws {
        let outcome = try await outcomes.outcome(of: defect)
        #expect(outcome.place(of: defect) != nil, "\(outcome.complaints)")
    }

    @Test(arguments: SeededDefect.defects)
    func `the engine shows what was found and the saved test fails`(
        _ defect: SeededDefect
    ) async throws {
        let outcome = try await outcomes.outcome(of: defect)
        guard let program = outcome.compilation.program,
            let violation = outcome.violation(of: defect)
        else {
            // The compiler refuses it: no engine ever runs it.
            #expect(!outcome.compilation.errors.isEmpty)
            return
        }
        let sources = outcome.compilation.sources
        let example = try await CounterexamplePlayer(program: program, sources: sources)
            .play(violation)
        #expect(example.isShown, "\(example.transcript)")
        let player = TranscriptPlayer(program: program, sources: sources)
        // What came, comes again; what ought to come, does not.
        #expect(try await player.holds(try Transcript(parsing: example.transcript)))
        if let test = example.test {
            let saved = try await player.holds(try Transcript(parsing: test))
            #expect(!saved)
        } else {
            #expect(defect.property == .personalDataStays)
        }
    }

    @Test(arguments: SeededDefect.lawful)
    func `a lawful change is no finding`(_ change: SeededDefect) async throws {
        let outcome = try await outcomes.outcome(of: change)
        let report = try #require(outcome.report, "\(outcome.complaints)")
        #expect(report.holds, "\(outcome.complaints)")
        #expect(report.situations > 0)
    }

    @Test func `the shipped workspace has no finding`() throws {
        let compilation = WorkspaceCompiler.compile(try ShippedWorkspace().sources)
        let program = try #require(compilation.program)
        let report = ModelChecker(program: program).check()
        #expect(report.findings.map(\.sentence).isEmpty)
        #expect(report.holds)
    }

    @Test func `every property that a flow can break has a defect and a lawful change`() {
        for property in PropertyID.allCases {
            let isBreakable = !SeededDefect.unbreakable.contains(property)
            let changes = SeededDefect.all.filter { $0.property == property }
            #expect(changes.contains { !$0.isLawful } == isBreakable, "\(property.rawValue)")
            #expect(changes.contains { $0.isLawful } == isBreakable, "\(property.rawValue)")
        }
        let names = SeededDefect.all.map(\.testDescription)
        #expect(Set(names).count == names.count)
    }

    @Test func `the table of properties and defects is printed`() async throws {
        var rows = [Row("", "defect", "found at", "situations", "moves")]
        for change in SeededDefect.all {
            let outcome = try await outcomes.outcome(of: change)
            let finding = outcome.violation(of: change)
            let isSound = outcome.report?.holds ?? false
            rows.append(
                Row(
                    change.property.rawValue,
                    change.name,
                    outcome.place(of: change)
                        ?? (change.isLawful && isSound ? "– (lawful)" : "WRONG"),
                    outcome.report.map { "\($0.situations)" } ?? "–",
                    finding.map { "\($0.conversation.count)" } ?? "–"
                )
            )
        }
        let table = "What the checker finds in shipped flows:\n" + Row.table(rows)
        FileHandle.standardOutput.write(Data(table.utf8))
        #expect(rows.count == SeededDefect.all.count + 1)
        #expect(!table.contains("WRONG"))
    }
}

/// One line of the table.
private struct Row {
    let cells: [String]

    init(_ cells: String...) { self.cells = cells }

    static func table(_ rows: [Row]) -> String {
        let columns = rows.map(\.cells.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { $0.cells[column].count }.max() ?? 0
        }
        return rows.map { row in
            let cells = zip(row.cells, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            return "  " + cells.joined(separator: "  ") + "\n"
        }.joined()
    }
}
