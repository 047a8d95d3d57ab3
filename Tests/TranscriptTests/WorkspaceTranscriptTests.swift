import FlowProgram
import MessageCatalog
import Simulator
import Testing

// The flows and texts of this repository, played as its transcripts say.

@Test(arguments: RepositoryWorkspace.transcripts)
func `the transcript comes as written`(_ file: TranscriptCase) async throws {
    let workspace = try RepositoryWorkspace.shared.get()
    let outcome = try await workspace.play(try file.read())
    #expect(outcome.mismatches.isEmpty, "\(file.testDescription)\n\(outcome.report)")
}

@Test func `a whole conversation of every flow is played in every locale`() throws {
    let workspace = try RepositoryWorkspace.shared.get()
    var played: Set<String> = []
    for file in RepositoryWorkspace.transcripts {
        let transcript = try file.read()
        let locale = try #require(transcript.header.locale, "\(file.testDescription)").text
        for line in transcript.entries.flatMap(\.expected) where line.hasPrefix("  ended ") {
            let flow = line.dropFirst("  ended ".count).prefix { $0 != ":" }
            played.insert("\(flow) in \(locale)")
        }
    }
    let wanted = workspace.program.flows.flatMap { flow in
        workspace.program.locales.map { "\(flow.name) in \($0.text)" }
    }
    #expect(wanted.count == 60)
    #expect(wanted.filter { !played.contains($0) } == [])
}

@Test func `every transcript says what it shows`() throws {
    for file in RepositoryWorkspace.transcripts {
        let transcript = try file.read()
        #expect(
            transcript.comments.contains { $0.hasPrefix("# ") },
            "\(file.testDescription) begins with no comment"
        )
        #expect(!transcript.entries.isEmpty, "\(file.testDescription) plays nothing")
    }
}

@Test func `a message that the transcript does not show fails it`() async throws {
    let workspace = try RepositoryWorkspace.shared.get()
    let outcome = try await workspace.play(
        try Transcript(
            parsing: """
                locale en
                > STOP
                  opted out
                  ended stop-opt-out: stopped
                """
        )
    )
    #expect(outcome.mismatches.map(\.line) == [2])
    #expect(outcome.report.contains("\n+ < You will receive no more messages"))
}

@Test func `a message that does not come fails the transcript`() async throws {
    let workspace = try RepositoryWorkspace.shared.get()
    let outcome = try await workspace.play(
        try Transcript(
            parsing: """
                locale en
                photo
                wait 1 minute
                < Are you still there?
                """
        )
    )
    #expect(outcome.mismatches.map(\.line) == [2, 3])
    #expect(outcome.report.contains("\n- < Are you still there?"))
}

@Test func `what came at a later time is read back as it is written`() async throws {
    let workspace = try RepositoryWorkspace.shared.get()
    let asked = try Transcript(parsing: "locale en\n> newsletter\nwait 1 day\n")
    let written = try await workspace.play(asked).text
    #expect(written.contains("\n  at 2026-03-02T09:00:00.000Z\n"))
    let again = try await workspace.play(try Transcript(parsing: written))
    #expect(again.mismatches.isEmpty, "\(again.report)")
}
