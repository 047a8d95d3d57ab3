import ConversationRuntime
import FlowCompiler
import FlowProgram
import Foundation
import Simulator
import Testing

/// The workspace this repository ships, compiled once.
struct RepositoryWorkspace: Sendable {
    let program: Program
    let sources: WorkspaceSources

    static let shared = Result { try RepositoryWorkspace() }

    static let path = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    static let transcripts: [TranscriptCase] =
        TranscriptFile.find(["\(path)/transcripts"]).map { TranscriptCase(path: $0) }

    private init() throws {
        var diagnostics = Diagnostics()
        sources = try WorkspaceFolder(path: Self.path).sources(into: &diagnostics)
        let compilation = WorkspaceCompiler.compile(sources)
        try #require(!diagnostics.hasErrors, "the workspace's files are read")
        program = try #require(compilation.program, "the workspace compiles: run `parley check`")
    }

    /// Plays a transcript in a world of its own.
    func play(_ transcript: Transcript) async throws -> TranscriptPlayer.Outcome {
        try await TranscriptPlayer(program: program, sources: sources).play(transcript)
    }
}

/// One file of `transcripts/`.
struct TranscriptCase: Hashable, Sendable, CustomTestStringConvertible {
    let path: String

    var testDescription: String {
        String(path.dropFirst("\(RepositoryWorkspace.path)/transcripts/".count))
    }

    func read() throws -> Transcript {
        try Transcript(parsing: TranscriptFile.read(path))
    }
}

extension TranscriptPlayer.Outcome {
    /// Every difference, under the line of its action.
    var report: String {
        mismatches.map { mismatch in
            "line \(mismatch.line):\n" + mismatch.difference.joined(separator: "\n")
        }.joined(separator: "\n")
    }
}
