import Simulator
import Testing

/// The tracefile, field by field as geninfo(1) has them under “FILES”.
struct LCOVReportTests {
    private func tracefile(
        _ main: String,
        _ actions: String?,
        in folder: String = "."
    ) async throws -> String {
        let workspace = try PlayedWorkspace(main)
        var coverage = Coverage()
        if let actions { coverage.add(try await workspace.coverage(of: actions)) }
        return LCOVReport.text(of: CoverageReport(coverage, of: workspace.program), in: folder)
    }

    @Test func `steps are lines, and edges and timers are branches`() async throws {
        let actions = "> hello\ntap left\n> hello\ntap left"
        #expect(
            try await tracefile(CoverageReportTests.menu, actions) == """
                TN:
                SF:flows/goodbye.yaml
                BRF:0
                BRH:0
                DA:4,0
                LF:1
                LH:0
                end_of_record
                TN:
                SF:flows/main.yaml
                BRDA:3,0,0,2
                BRDA:3,0,1,0
                BRDA:3,0,2,0
                BRF:3
                BRH:1
                DA:3,2
                DA:9,2
                LF:2
                LH:2
                end_of_record

                """
        )
    }

    @Test func `the branches of a step that was never entered have no count`() async throws {
        let lines = try await tracefile(CoverageReportTests.menu, nil).split(separator: "\n")
        #expect(
            lines.filter { $0.hasPrefix("BRDA:") } == [
                "BRDA:3,0,0,-", "BRDA:3,0,1,-", "BRDA:3,0,2,-",
            ]
        )
    }

    @Test func `steps that share a line are one line with blocks of their own`() async throws {
        let lines = try await tracefile(
            "steps: { a: { then: b }, b: { then: c }, c: { end: done } }",
            "> hello"
        ).split(separator: "\n").drop { $0 != "SF:flows/main.yaml" }
        #expect(
            Array(lines.dropFirst()) == [
                "BRDA:2,0,0,1", "BRDA:2,1,0,1", "BRF:2", "BRH:2", "DA:2,3", "LF:1", "LH:1",
                "end_of_record",
            ]
        )
    }

    @Test(
        arguments: [
            (".", "SF:flows/main.yaml"), ("./", "SF:flows/main.yaml"),
            ("", "SF:flows/main.yaml"), ("shop", "SF:shop/flows/main.yaml"),
            ("shop/", "SF:shop/flows/main.yaml"), ("/srv/shop", "SF:/srv/shop/flows/main.yaml"),
        ]
    )
    func `paths lead from where the command ran`(_ folder: String, _ line: String) async throws {
        let text = try await tracefile(CoverageReportTests.menu, nil, in: folder)
        #expect(text.split(separator: "\n").contains { $0 == line })
    }
}
